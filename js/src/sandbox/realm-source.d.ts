/** The script that `realm/main.ts` becomes: its completion value is the realm's one function. */
declare module "realm:source" {
  const source: string;
  export default source;
}
