// The small module: everything but policies, so that the first outcome is there soon.

import start, * as core from "../../../pkg/preview/reconcile_kit_preview.js";
import address from "../../../pkg/preview/reconcile_kit_preview_bg.wasm?url";
import { compiled } from "./load.js";
import type { Answers } from "./protocol.js";

const ANSWERS: Partial<Answers> = {
  simulate: ({ scenario, strategy }) => core.simulate(scenario, strategy ? { strategy } : {}),
  compare: ({ scenario }) => core.compare(scenario, {}),
  verify: ({ scenario }) => JSON.parse(core.verify(scenario, {})),
  check: ({ document }) => core.check(document),
  lambdaFacts: ({ scenario }) => JSON.parse(core.lambdaFacts({ scenario })),
  readCognito: ({ payload }) => JSON.parse(core.readCognito(payload)),
  decodeIdToken: ({ token }) => JSON.parse(core.decodeIdToken(token)),
  versions: () => core.versions(),
};

/** Loads it. What it does not answer needs the whole package. */
export async function load(): Promise<Partial<Answers>> {
  await start({ module_or_path: await compiled(address) });
  return ANSWERS;
}
