// The default lambdas of FusionAuth, with made-up claims.

import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { loginOf, scenarioOf } from "../generator/index.mjs";

const folder = fileURLToPath(new URL("../../../js/src/cli/default-lambdas/", import.meta.url));

/** Logins that each is run on. */
const LOGINS = 12;

/** The pairs of all of them. */
export function* defaultLambdas({ seed }) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".js"))) {
    const body = readFileSync(`${folder}${file}`, "utf8");
    for (let number = 0; number < LOGINS; number++) {
      const name = `${basename(file, ".js")}-${number}`;
      const login = loginOf(seed, name);
      yield { name, scenario: { ...scenarioOf(seed, name), login, lambda: { body } } };
    }
  }
}
