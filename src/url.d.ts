/** A file that goes with the page as it is, imported as its address, by Vite's `?url`. */
declare module '*?url' {
  const url: string;
  export default url;
}

/** The address of a script that is built to be a worker. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
