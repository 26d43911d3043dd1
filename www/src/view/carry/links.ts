// Links to drafts, and whether a redacted one still shows the same.

import type { Preview } from "reconcile-kit";
import { redacted } from "../../carry/redact/redact.js";
import { fragmentOf } from "../../carry/share.js";
import { compose } from "../../draft/compose.js";
import type { Draft } from "../../draft/draft.js";
import { KitRefusal, simulate } from "../../kit/client.js";

/** The link that opens a draft; `undefined` where it is too large for one. */
export async function linkTo(draft: Draft): Promise<string | undefined> {
  const fragment = await fragmentOf(draft);
  return fragment && location.href.replace(/#.*$/s, "") + fragment;
}

/** The link that opens a draft without the people in it. */
export function redactedLinkTo(draft: Draft): Promise<string | undefined> {
  return linkTo(redacted(draft).draft);
}

/** How the outcome of another draft differs, in words; `undefined` where status and decision are the same. */
export async function difference(draft: Draft, other: Draft): Promise<string | undefined> {
  const [before, after] = [await told(draft), await told(other)];
  return before === after ? undefined : `${before} before, ${after} now`;
}

async function told(draft: Draft): Promise<string> {
  try {
    const text = await simulate(compose(draft).text, draft.lambda.used);
    const preview: Preview = JSON.parse(text);
    const logins = "logins" in preview ? preview.logins : [preview];
    return logins.map(({ status, decision }) => `${status} ${decision}`).join(", ");
  } catch (error) {
    if (error instanceof KitRefusal) return "not valid";
    throw error;
  }
}
