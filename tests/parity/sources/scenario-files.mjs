// Every scenario of the repository that has a lambda: the cases, the examples, and what the documents of both name.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { lambdaCases } from "../../../js/test/support/lambda-cases.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const FOLDERS = ["tests/cases", "tests/rules", "examples"];

/** Their pairs, with the lambda's file read. */
export function* scenarioFiles() {
  // Their texts as they stand, because numbers beyond 2^53 would lose digits.
  for (const { file, scenario: text } of lambdaCases()) {
    yield { name: `tests/lambdas/${file}`, text, scenario: JSON.parse(text) };
  }
  for (const file of FOLDERS.flatMap(filesIn)) {
    const scenario = scenarioIn(file);
    if (scenario) yield { name: relative(root, file), scenario };
  }
}

function filesIn(folder) {
  const files = readdirSync(join(root, folder), { recursive: true }).sort();
  return files
    .filter((file) => /\.(json|ya?ml)$/.test(file) && !/node_modules|outcomes|dist/.test(file))
    .map((file) => join(root, folder, file));
}

function scenarioIn(file) {
  const text = readFileSync(file, "utf8");
  const document = file.endsWith(".json") ? JSON.parse(text) : parse(text);
  const scenario = document?.scenario ?? document;
  if (!scenario?.lambda || !scenario.identityProvider) return undefined;
  const { body, file: named } = scenario.lambda;
  if (body !== undefined || named === undefined) return scenario;
  const lambda = join(dirname(file), named);
  return existsSync(lambda)
    ? { ...scenario, lambda: { ...scenario.lambda, body: readFileSync(lambda, "utf8") } }
    : undefined;
}
