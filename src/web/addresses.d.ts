/** A file of the build by its address, as Vite gives it. */
declare module "*?url" {
  const address: string;
  export default address;
}

/** A script that runs beside the page, bundled by itself, by its address. */
declare module "*?worker&url" {
  const address: string;
  export default address;
}
