// The gallery's examples: the scenarios in examples/, with the lambda or the policy that each names.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { parse } from "yaml";

const NAME = "virtual:examples";
/** One example by itself, so that the page does not have to load them all to show something. */
const FIRST_NAME = "virtual:first-example";
const FIRST = "cognito/first-login.json";
const ROOT = fileURLToPath(new URL("../../examples", import.meta.url));
/** Directories with scenarios; the others hold projects. */
const GROUPS = ["cognito", "lambdas", "policies", "types"];

/**
 * The virtual modules `virtual:examples`, with each scenario's path and text and its files read in, and
 * `virtual:first-example`.
 */
export function examples(): Plugin {
  return {
    name: "examples",
    resolveId: (id) => (id === NAME || id === FIRST_NAME ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${FIRST_NAME}`) {
        return `export default ${JSON.stringify(whole(join(ROOT, FIRST)))}`;
      }
      if (id !== `\0${NAME}`) return undefined;
      const all = GROUPS.flatMap((group) => scenariosIn(join(ROOT, group)));
      return `export default ${JSON.stringify(all.map(whole))}`;
    },
  };
}

function scenariosIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return scenariosIn(path);
    return entry.name.endsWith(".json") && entry.name !== "policy.json" ? [path] : [];
  });
}

/** A scenario as the command line reads it: what it names stands beside the name. */
function whole(path: string): { path: string; text: string } {
  const scenario = JSON.parse(readFileSync(path, "utf8"));
  const read = (file: string) => readFileSync(join(dirname(path), file), "utf8");
  if (scenario.lambda?.file) scenario.lambda.body = read(scenario.lambda.file);
  if (scenario.policy?.file) scenario.policy.document = parse(read(scenario.policy.file));
  return { path: relative(ROOT, path).replaceAll("\\", "/"), text: JSON.stringify(scenario) };
}
