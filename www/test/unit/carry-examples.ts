// The examples of the repository, as the page's gallery has them, and the core that simulates them.

import all from "virtual:examples";
import { type Outcome, type Preview, simulate } from "reconcile-kit";
import { Sandbox } from "reconcile-kit/sandbox";
import { compose } from "../../src/draft/compose.js";
import { decompose } from "../../src/draft/decompose.js";
import type { Draft } from "../../src/draft/draft.js";

const sandbox = new Sandbox();

/** An example, and its draft. */
export interface Example {
  readonly path: string;
  readonly draft: Draft;
}

/** The draft of a scenario's text. */
export function draftFrom(text: string): Draft {
  const draft = decompose(text);
  if (!draft) throw new Error("this is no scenario");
  return draft;
}

/** All of them. */
export const examples: readonly Example[] = all.map(({ path, text }) => ({
  path,
  draft: draftFrom(text),
}));

/** What the core says that a draft leads to; its refusal's code where it refuses. */
export async function outcomesOf(draft: Draft): Promise<readonly Outcome[]> {
  const preview = await previewOf(draft);
  return "logins" in preview ? preview.logins : [preview];
}

/** What the core says that a draft leads to. */
export async function previewOf(draft: Draft): Promise<Preview> {
  const { text } = compose(draft);
  return draft.lambda.used ? sandbox.simulate(text) : simulate(text);
}

/** How `expect` differs from what comes out. */
export async function mismatchesOf(draft: Draft): Promise<readonly string[]> {
  const { text } = compose(draft);
  const { mismatches } = await sandbox.verify(text);
  return mismatches.map(({ path }) => path);
}

/** Ends the sandbox's worker. */
export async function closeSandbox(): Promise<void> {
  await sandbox.close();
}
