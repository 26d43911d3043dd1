// What the editors offer and explain in JSON, read from the published JSON Schema and from the policy guide's tables.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const NAME = "virtual:policy-words";
const SCHEMA = fileURLToPath(new URL("../../schemas/scenario.schema.json", import.meta.url));
const GUIDE = fileURLToPath(new URL("../../docs/policy.md", import.meta.url));

/** The virtual module `virtual:policy-words`: the scenario's schema, and the claims that every Cognito policy knows. */
export function policyWords(): Plugin {
  return {
    name: "policy-words",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const schema = JSON.parse(readFileSync(SCHEMA, "utf8"));
      const claims = claimsIn(readFileSync(GUIDE, "utf8"));
      if (claims.length === 0) this.error("docs/policy.md has no table of claims");
      // A parser reads JSON faster than JavaScript.
      const text = JSON.stringify(JSON.stringify({ schema, claims }));
      return `export default JSON.parse(${text})`;
    },
  };
}

/** The claims in the guide's two generated tables. */
export function claimsIn(guide: string): { name: string; words: string }[] {
  const tables = guide.split("<!-- table:").slice(1);
  return tables.flatMap((table) => {
    const [head = "", , ...rows] = table
      .slice(0, table.indexOf("<!-- end of table -->"))
      .split("\n")
      .filter((line) => line.startsWith("|"));
    if (!head.startsWith("| claim |")) return [];
    const titles = cellsOf(head);
    return rows.map(cellsOf).flatMap(([names = "", ...told]) => {
      const words =
        told.length === 1
          ? (told[0] ?? "")
          : told.map((cell, at) => `${titles[at + 1]} ${cell}`).join("; ");
      const known = [...names.matchAll(/`([^`…]+)`/g)].map(([, name = ""]) => name);
      return known.map((name) => ({ name, words: words.replaceAll("`", "") }));
    });
  });
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split(" | ")
    .map((cell) => cell.replace(/^\s*\|?\s*|\s*\|?\s*$/g, ""));
}
