// The default lambdas of FusionAuth, on the logins of the examples of their types, with claims changed at random.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { changed } from "../generator/changes.mjs";
import { Dice } from "../generator/dice.mjs";

const lambdas = fileURLToPath(new URL("../../../js/src/cli/default-lambdas/", import.meta.url));
const examples = fileURLToPath(new URL("../../../examples/types/", import.meta.url));

/** Logins that each is run on. */
const LOGINS = 15;

/** Types whose lambda is not named after them. */
const LAMBDA_OF = { LDAP: "LDAPConnectorReconcile", OpenIDConnect: "OpenIDReconcile" };

/** The pairs of all of them. */
export function* defaultLambdas({ seed }) {
  for (const file of readdirSync(examples).filter((name) => name.endsWith(".scenario.json"))) {
    const [type] = file.split(".");
    const scenario = JSON.parse(readFileSync(`${examples}${file}`, "utf8"));
    const body = readFileSync(`${lambdas}${LAMBDA_OF[type] ?? `${type}Reconcile`}.js`, "utf8");
    for (let number = 0; number < LOGINS; number++) {
      const name = `${type}-${number}`;
      const dice = new Dice(`${seed}/${name}`);
      // The first is the example's own login.
      const login = number === 0 ? scenario.login : changed(dice, scenario.login);
      yield { name, scenario: { ...scenario, login, lambda: { body } } };
    }
  }
}
