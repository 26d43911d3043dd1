// Everything that is compared.

import { pair } from "../generator/index.mjs";
import { defaultLambdas } from "./default-lambdas.mjs";
import { hostileLambdas } from "./hostile.mjs";
import { policies } from "./policies.mjs";
import { scenarioFiles } from "./scenario-files.mjs";

/** All pairs, in two lists that can be run beside each other: the hostile ones, and the others. */
export function collect(options) {
  const [wanted, number] = options.only?.split("/") ?? [];
  const hostile = { hostile: () => hostileLambdas() };
  // What is committed comes first, then what is made up.
  const others = {
    scenarios: () => scenarioFiles(),
    defaults: () => defaultLambdas(options),
    policies: () => policies(options),
    generated: () => generated(options, number),
  };
  const names = Object.keys({ ...others, ...hostile });
  if (wanted && !names.includes(wanted)) {
    throw new Error(`\`${wanted}\` is none of ${names.join(", ")}`);
  }
  return [hostile, others].map((sources) => pairsOf(sources, wanted));
}

async function* pairsOf(sources, wanted) {
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
