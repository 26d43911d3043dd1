// Lambdas are bundled as what they are: the text that goes into FusionAuth.

declare module "*Reconcile.js" {
  /** The lambda's text. */
  const text: string;
  export default text;
}
