/** A style sheet imported as text, by Vite's `?raw`. */
declare module '*.css?raw' {
  const css: string;
  export default css;
}
