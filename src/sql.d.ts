/** An SQL file imported as text, by Vite's `?raw`. */
declare module '*.sql?raw' {
  const sql: string;
  export default sql;
}
