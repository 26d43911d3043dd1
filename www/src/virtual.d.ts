declare module "virtual:examples" {
  /** A scenario of `examples/` with the files it names read in. */
  const examples: readonly { readonly path: string; readonly text: string }[];
  export default examples;
}

declare module "virtual:first-example" {
  /** The example that somebody who is new sees. */
  const first: { readonly path: string; readonly text: string };
  export default first;
}

declare module "virtual:reference" {
  const reference: {
    readonly strategies: readonly { readonly name: string; readonly words: string }[];
    readonly assumptions: readonly {
      readonly id: string;
      readonly why: string;
      readonly standard: string;
      readonly values: readonly string[];
    }[];
    /** FusionAuth versions between which something differs, oldest first. */
    readonly versions: readonly string[];
  };
  export default reference;
}
