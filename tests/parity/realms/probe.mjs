// Asks the real engines what each probe of probes.json gives, and writes it down. A probe is an object with an
// `expression`, its `value`, and by version where a version gives another one. With `--check` nothing is written.
//
//   node tests/parity/realms/probe.mjs [--check]

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { evaluate, VERSIONS } from "./graaljs.mjs";
import { probing } from "./probing.mjs";

const path = fileURLToPath(new URL("probes.json", import.meta.url));
const committed = JSON.parse(readFileSync(path, "utf8"));
const expressions = committed.map(({ expression }) => expression);
const scripts = expressions.map((expression) => `(() => {${probing(expression)}})()`);
const answers = await Promise.all(VERSIONS.map((version) => evaluate(version, scripts)));
const probes = expressions.map((expression, index) => {
  const [first, second, value] = answers.map((texts) => texts[index]);
  const others = { "22.3.3": first, "23.1.2": second };
  const differing = Object.entries(others).filter(([, text]) => text !== value);
  return { expression, value, ...Object.fromEntries(differing) };
});
const isSame = isDeepStrictEqual(probes, committed);
if (process.argv.includes("--check")) {
  if (!isSame) process.exitCode = 1;
} else if (!isSame) {
  writeFileSync(path, `${JSON.stringify(probes, null, 2)}\n`);
}
console.log(`${probes.length} probes, ${isSame ? "as they were" : "changed"}`);
