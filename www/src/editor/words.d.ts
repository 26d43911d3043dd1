declare module "virtual:policy-words" {
  const words: {
    /** The scenario's JSON Schema. */
    readonly schema: import("./json/schema.js").Schema;
    /** Claims that a policy for Cognito reads, and how they come. */
    readonly claims: readonly { readonly name: string; readonly words: string }[];
  };
  export default words;
}

declare module "virtual:rule-pages" {
  /** Markdown, by the rule's code. */
  const pages: Readonly<Record<string, string>>;
  export default pages;
}
