// What no lambda should do, which has to end the same way.

import { hostile, unloaded } from "../../../js/test/hostile-lambdas.mjs";
import { firstLogin } from "../../../js/test/support/scenarios.mjs";

/** The pairs of the hostile suite. */
export function* hostileLambdas() {
  for (const { name, body } of [...hostile, ...unloaded]) {
    yield { name, scenario: firstLogin({ lambda: { body } }) };
  }
}
