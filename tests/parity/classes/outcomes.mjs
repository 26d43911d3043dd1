// What the logins of the examples lead to, with their lambdas and policies; the outcomes of the cases are committed.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { Sandbox } from "../../../js/dist/sandbox.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The outcomes of `scenarios`, each `{file, scenario}`. */
export async function outcomesOf(scenarios) {
  const sandbox = new Sandbox();
  try {
    const found = [];
    for (const { file, scenario } of scenarios) {
      const outcome = await sandbox.simulateText(withFiles(scenario, join(root, dirname(file))));
      found.push({ file, document: JSON.parse(outcome) });
    }
    return found;
  } finally {
    await sandbox.close();
  }
}

/** The scenario with what it names by its file. */
function withFiles(scenario, folder) {
  const { lambda, policy } = scenario;
  const read = (file) => readFileSync(join(folder, file), "utf8");
  return {
    ...scenario,
    ...(lambda?.file && { lambda: { ...lambda, body: read(lambda.file) } }),
    ...(typeof policy?.file === "string" && { policy: parse(read(policy.file)) }),
  };
}
