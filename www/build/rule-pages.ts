// The rules' pages, so that a finding can be explained where it is read.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const NAME = "virtual:rule-pages";
const PAGES = fileURLToPath(new URL("../../docs/rules", import.meta.url));

/** The virtual module `virtual:rule-pages`: each rule's page as it is written, by the rule's code. */
export function rulePages(): Plugin {
  return {
    name: "rule-pages",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const files = readdirSync(PAGES).filter((name) => /^[a-z].*\.md$/.test(name));
      const pages = files
        .sort()
        .map((name) => [name.slice(0, -3), readFileSync(join(PAGES, name), "utf8")]);
      const text = JSON.stringify(JSON.stringify(Object.fromEntries(pages)));
      return `export default JSON.parse(${text})`;
    },
  };
}
