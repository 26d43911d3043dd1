// The whole package: everything that can be asked.

import * as kit from "reconcile-kit";
import { checkLambda } from "reconcile-kit/check";
import address from "reconcile-kit/reconcile_kit.wasm?url";
import { compiled } from "./load.js";
import type { Answers } from "./protocol.js";

const ANSWERS: Answers = {
  simulate: ({ scenario, strategy }) =>
    kit.simulateText(scenario, strategy ? { strategy: strategy as kit.LinkingStrategy } : {}),
  compare: ({ scenario }) => kit.compareText(scenario),
  verify: ({ scenario }) => kit.verify(scenario),
  check: ({ document }) => kit.check(document),
  checkLambda: ({ body, options }) => checkLambda(body, options),
  lambdaFacts: ({ scenario }) => kit.lambdaFacts({ scenario }),
  readCognito: ({ payload }) => kit.readCognito(payload),
  decodeIdToken: ({ token }) => kit.decodeIdToken(token),
  exportPolicy: ({ policy, form }) => kit.exportPolicy(policy, form),
  importPolicy: ({ identityProvider }) => kit.importPolicy(identityProvider),
  why: ({ policy, question }) => kit.why(policy, question),
  diffPolicies: ({ before, after }) => kit.diffPolicies(before, after),
  versions: () => kit.versions(),
  whole: () => null,
};

/** Loads it. */
export async function load(): Promise<Answers> {
  await kit.init(await compiled(address));
  return ANSWERS;
}
