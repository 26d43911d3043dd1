// The cases of tests/lambdas: a lambda in its own text, a login, and the outcome that it has to have everywhere.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../tests/lambdas/", import.meta.url));

/** Every case with its name, the text of its scenario and that of its committed outcome. */
export function lambdaCases() {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => {
    const text = readFileSync(`${folder}${file}`, "utf8");
    const outcome = `${folder}outcomes/${file}`;
    return {
      file: basename(file, ".json"),
      point: JSON.parse(text).point,
      scenario: scenarioIn(text),
      outcome: existsSync(outcome) ? readFileSync(outcome, "utf8") : undefined,
    };
  });
}

/** The scenario as it stands in the file, so that numbers keep their digits. It is the last member. */
function scenarioIn(text) {
  const key = '\n  "scenario": ';
  return text.slice(text.indexOf(key) + key.length, text.lastIndexOf("}")).trim();
}

/** Files of outcomes that belong to no case. */
export function strayOutcomes() {
  const known = new Set(lambdaCases().map(({ file }) => `${file}.json`));
  return readdirSync(`${folder}outcomes`).filter((file) => !known.has(file));
}

/** Writes the outcome of a case anew. */
export function writeOutcome(file, outcome) {
  mkdirSync(`${folder}outcomes`, { recursive: true });
  writeFileSync(`${folder}outcomes/${file}.json`, outcome);
}

/** Compact JSON over lines, without reading its numbers. */
export function pretty(text) {
  let depth = 0;
  const line = () => `\n${"  ".repeat(depth)}`;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|\{\}|\[\]|[{}[\],:]|[^"{}[\],:]+/g) ?? [];
  const printed = tokens.map((token) => {
    if (token === "{" || token === "[") {
      depth += 1;
      return token + line();
    }
    if (token === "}" || token === "]") {
      depth -= 1;
      return line() + token;
    }
    return token === "," ? token + line() : token === ":" ? ": " : token;
  });
  return `${printed.join("")}\n`;
}
