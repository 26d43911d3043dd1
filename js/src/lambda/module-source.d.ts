/** The module: its bytes, or the module that Cloudflare Workers compiled. The bundler makes it. */
declare module "lambda:module" {
  const source: Uint8Array<ArrayBuffer> | WebAssembly.Module;
  export default source;
}
