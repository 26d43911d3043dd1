/** The script that `realm/main.ts` becomes: its completion value is the function that makes the realm. */
declare module "realm:source" {
  const source: string;
  export default source;
}
