// Asks the real engines what each probe of probes.json gives, and writes it down. A probe is an object with an
// `expression`, its `value`, and by version where a version gives another one. With `--check` nothing is written.
//
//   node tests/parity/realms/probe.mjs [--check]

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { evaluate, VERSIONS } from "./graaljs.mjs";
import { settle } from "./lists.mjs";
import { probing } from "./probing.mjs";

const path = fileURLToPath(new URL("probes.json", import.meta.url));
const expressions = JSON.parse(readFileSync(path, "utf8")).map(({ expression }) => expression);
const scripts = expressions.map((expression) => `(() => {${probing(expression)}})()`);
const answers = await Promise.all(VERSIONS.map((version) => evaluate(version, scripts)));
const probes = expressions.map((expression, index) => {
  const [first, second, value] = answers.map((texts) => texts[index]);
  const others = { "22.3.3": first, "23.1.2": second };
  const differing = Object.entries(others).filter(([, text]) => text !== value);
  return { expression, value, ...Object.fromEntries(differing) };
});
const text = `[\n${probes.map((probe) => JSON.stringify(probe)).join(",\n")}\n]\n`;
const isCheck = process.argv.includes("--check");
const stale = settle([{ path, text }], isCheck);
console.log(`${probes.length} probes, ${stale.length === 0 ? "as they were" : "changed"}`);
if (isCheck && stale.length > 0) process.exitCode = 1;
