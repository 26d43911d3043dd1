// Everything that is compared.

import { pair } from "../generator/index.mjs";
import { defaultLambdas } from "./default-lambdas.mjs";
import { hostileLambdas } from "./hostile.mjs";
import { policies } from "./policies.mjs";
import { scenarioFiles } from "./scenario-files.mjs";

/** All pairs: what is committed first, then what is made up. */
export async function* collect(options) {
  const { only } = options;
  const [wanted, number] = only?.split("/") ?? [];
  const sources = {
    scenarios: () => scenarioFiles(),
    defaults: () => defaultLambdas(options),
    hostile: () => hostileLambdas(),
    policies: () => policies(options),
    generated: () => generated(options, number),
  };
  if (wanted && !(wanted in sources)) {
    throw new Error(`\`${wanted}\` is none of ${Object.keys(sources).join(", ")}`);
  }
  for (const [source, pairs] of Object.entries(sources)) {
    if (wanted && source !== wanted) continue;
    for await (const one of pairs()) yield { source, ...one };
  }
}

function* generated({ pairs, seed }, number) {
  if (number !== undefined) return yield { name: number, scenario: pair(seed, number) };
  for (let index = 0; index < pairs; index++) {
    yield { name: String(index), scenario: pair(seed, index) };
  }
}
