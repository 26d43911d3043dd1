// What the palette copies.

import { toClipboard } from "../../app/clipboard.js";
import { draft } from "../../app/store.js";
import { EXPORTS } from "../../carry/export/exports.js";
import type { Draft } from "../../draft/draft.js";
import { KitRefusal } from "../../kit/client.js";
import { subjectOf } from "./exporting.js";
import { linkTo, redactedLinkTo } from "./links.js";
import { say, warn } from "./notice.js";

const NOT_COPIED = "The browser does not let the page copy. Open Share or Export instead.";

/** Copies a link to the scenario. */
export async function copyRealLink(): Promise<void> {
  await copyLink(linkTo, "The link is copied. It holds the real values.");
}

/** Copies a link to the scenario without the people in it. */
export async function copyRedactedLink(): Promise<void> {
  await copyLink(redactedLinkTo, "The redacted link is copied.");
}

async function copyLink(make: (draft: Draft) => Promise<string | undefined>, said: string) {
  const link = await make(draft.peek());
  if (link === undefined) warn("The scenario is too large for a link. Export it instead.");
  else if (await toClipboard(link)) say(said);
  else warn(NOT_COPIED);
}

/** Copies a report of what the login leads to. */
export async function copyReport(): Promise<void> {
  const report = EXPORTS.find(({ id }) => id === "report");
  try {
    const made = await report?.make(subjectOf(draft.peek(), false));
    if (await toClipboard(made?.files[0]?.text ?? "")) say("The report is copied as Markdown.");
    else warn(NOT_COPIED);
  } catch (error) {
    if (!(error instanceof KitRefusal)) throw error;
    warn(`There is no report of a scenario that is not valid: ${error.refusal.message}.`);
  }
}
