import { toClipboard } from "../../app/clipboard.js";
import type { Command } from "../../app/commands.js";
import { overlay } from "../../app/layout.js";
import { draft } from "../../app/store.js";
import { EXPORTS } from "../../carry/export/exports.js";
import { before, forget, openBefore } from "../../carry/storage.js";
import type { Draft } from "../../draft/draft.js";
import { KitRefusal } from "../../kit/client.js";
import { subjectOf } from "./exporting.js";
import { linkTo, redactedLinkTo } from "./links.js";
import { say, warn } from "./notice.js";

const NOT_COPIED = "The browser does not let the page copy. Open Share or Export instead.";

async function copyLink(make: (draft: Draft) => Promise<string | undefined>, said: string) {
  const link = await make(draft.peek());
  if (link === undefined) warn("The scenario is too large for a link. Export it instead.");
  else if (await toClipboard(link)) say(said);
  else warn(NOT_COPIED);
}

async function copyReport() {
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

/** What can be done with a scenario to take it somewhere else. */
export const commands: readonly Command[] = [
  {
    id: "share.link",
    title: "Copy a link to this scenario",
    group: "Share",
    run: () => void copyLink(linkTo, "The link is copied. It holds the real values."),
  },
  {
    id: "share.redacted-link",
    title: "Copy a redacted link",
    group: "Share",
    run: () => void copyLink(redactedLinkTo, "The redacted link is copied."),
  },
  {
    id: "share.report",
    title: "Copy a report as Markdown",
    group: "Share",
    run: () => void copyReport(),
  },
  {
    id: "share.export",
    title: "Export…",
    group: "Share",
    run: () => {
      overlay.value = "export";
    },
  },
  {
    id: "share.import",
    title: "Import…",
    group: "Scenario",
    run: () => {
      overlay.value = "import";
    },
  },
  {
    id: "share.before",
    title: "Open what I edited before the link",
    group: "Scenario",
    isEnabled: () => before.value !== undefined,
    run: openBefore,
  },
  {
    id: "share.forget",
    title: "Forget everything stored in this browser",
    group: "Scenario",
    run: forget,
  },
];
