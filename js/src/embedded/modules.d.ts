// What the bundler puts in the place of these names. `js/build/embedded.mjs` makes them.

/** The core, compressed, as text. */
declare module "embedded:reconcile_kit" {
  const text: string;
  export default text;
}

/** The small core of `reconcile-kit/lambda`, compressed, as text. */
declare module "embedded:reconcile_kit_lambda" {
  const text: string;
  export default text;
}

/** QuickJS, compressed, as text. */
declare module "embedded:quickjs" {
  const text: string;
  export default text;
}

/** The file of the core, which the host compiles before anything runs. */
declare module "file:reconcile_kit.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
