/** A file that goes with the page as it is, imported as its address, by Vite's `?url`. */
declare module '*?url' {
  const url: string;
  export default url;
}
