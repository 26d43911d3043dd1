// The small module: everything but policies, so that the first outcome is there soon.

import type { Diagnostic } from "reconcile-kit";
import start, * as core from "../../../pkg/preview/reconcile_kit_preview.js";
import address from "../../../pkg/preview/reconcile_kit_preview_bg.wasm?url";
import { compiled } from "./load.js";
import type { Answers } from "./protocol.js";

/** What the small module says of a document with a policy: the whole package has to be asked. */
export const NEEDS_WHOLE = "policy-not-in-this-module";

const ANSWERS: Partial<Answers> = {
  simulate: ({ scenario, strategy }) => core.simulate(scenario, strategy ? { strategy } : {}),
  compare: ({ scenario }) => core.compare(scenario, {}),
  verify: ({ scenario }) => JSON.parse(core.verify(scenario, {})),
  check: ({ document }) => found(core.check(document)),
  lambdaFacts: ({ scenario }) => JSON.parse(core.lambdaFacts({ scenario })),
  readCognito: ({ payload }) => JSON.parse(core.readCognito(payload)),
  decodeIdToken: ({ token }) => JSON.parse(core.decodeIdToken(token)),
  versions: () => core.versions(),
};

/** Findings are those of the whole document, or none. */
function found(findings: Diagnostic[]): Diagnostic[] {
  const isMissing = findings.find(({ code }) => code === NEEDS_WHOLE);
  if (isMissing) throw isMissing;
  return findings;
}

/** Loads it. What it does not answer needs the whole package. */
export async function load(): Promise<Partial<Answers>> {
  await start({ module_or_path: await compiled(address) });
  return ANSWERS;
}
