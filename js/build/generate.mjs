// TypeScript types from the JSON Schemas: `npm run generate`, with `--check` only compared.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";
import { forTypeScript } from "./schema-for-typescript.mjs";

/** The schemas that have everything: the others describe parts of these. */
const SOURCES = [
  ["scenario.schema.json", "Scenario", "scenario.ts"],
  ["outcome.schema.json", "Preview", "outcome.ts"],
  ["policy-diff.schema.json", "PolicyDiff", "policy-diff.ts"],
  ["policy-result.schema.json", "PolicyResult", "policy-result.ts"],
  ["policy-why.schema.json", "Why", "policy-why.ts"],
];

const BANNER = `// Generated from the JSON Schema by \`npm run generate\`. Do not edit.

import type { AnyField } from "../any-field.js";`;

const OPTIONS = {
  additionalProperties: false,
  bannerComment: BANNER,
  style: { printWidth: 100 },
  unreachableDefinitions: true,
  // A list that is built step by step has no type with a first entry.
  ignoreMinAndMaxItems: true,
};

/** The compiler wants a root. Every type is a definition beside this one, which is cut out again. */
const ROOT = { title: "Root", type: "object" };
const ROOT_TEXT = /export interface Root \{\}\n/;
/** What the compiler notes at definitions that its root does not use. */
const NOTE =
  / \*\n \* This interface was referenced by `Root`'s JSON-Schema\n \* via the `definition` ".*"\.\n/g;

const directory = (name) => fileURLToPath(new URL(`../${name}/`, import.meta.url));

async function textOf(source, name) {
  const schema = JSON.parse(await readFile(`${directory("../schemas")}${source}`, "utf8"));
  const text = await compile({ ...ROOT, $defs: forTypeScript(schema, name) }, "Root", OPTIONS);
  return text
    .replace(ROOT_TEXT, "")
    .replaceAll(NOTE, "")
    .replaceAll("[k: string]: unknown", "[field: string]: AnyField");
}

async function generate(check) {
  await mkdir(directory("src/generated"), { recursive: true });
  const stale = [];
  for (const [source, name, file] of SOURCES) {
    const target = `${directory("src/generated")}${file}`;
    const text = await textOf(source, name);
    const current = await readFile(target, "utf8").catch(() => "");
    if (text === current) continue;
    stale.push(`src/generated/${file}`);
    if (!check) await writeFile(target, text);
  }
  return stale;
}

const check = process.argv.includes("--check");
const stale = await generate(check);
for (const file of stale) console.error(check ? `out of date: js/${file}` : `written: js/${file}`);
if (check && stale.length > 0) process.exitCode = 1;
