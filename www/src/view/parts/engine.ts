// Which engine is shown beside a login. Which one FusionAuth runs is what the core says.

import type { LambdaFacts } from "reconcile-kit";
import { lambdaFacts } from "../../editor/facts.js";

/** What runs lambdas on the page, and in whose place. */
export interface EngineWords {
  readonly short: string;
  readonly long: string;
}

/** The words for the FusionAuth version that a draft names, such as `1.50`; an empty text is the newest. */
export function engineWords(version: string): EngineWords {
  const facts = lambdaFacts.value;
  return facts && isOf(facts, version)
    ? wordsOf(facts)
    : { short: "QuickJS", long: "Lambdas run in QuickJS, inside a worker." };
}

/** The facts come a moment after the draft. */
function isOf(facts: LambdaFacts, version: string): boolean {
  return version === "" || `${facts.version}.`.startsWith(`${version}.`);
}

function wordsOf({ engine, version }: LambdaFacts): EngineWords {
  if (engine.readsOnlyEs5) {
    return {
      short: `QuickJS; FusionAuth ${version} ran ${engine.name}`,
      long: `${engine.name} read ES5.1 only and is not simulated. Lambdas run in QuickJS here.`,
    };
  }
  return {
    short: `QuickJS, as ${engine.name} would`,
    long: `FusionAuth ${version} runs lambdas on ${engine.name}. Here they run in QuickJS, which is held equal to it: see docs/engines.md of reconcile-kit.`,
  };
}
