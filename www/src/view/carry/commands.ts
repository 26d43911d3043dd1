import type { Command } from "../../app/commands.js";
import { overlay } from "../../app/layout.js";
import { before, forget, openBefore } from "../../carry/storage.js";
import { later } from "./load.js";

/** What can be done with a scenario to take it somewhere else. */
export const commands: readonly Command[] = [
  {
    id: "share.link",
    title: "Copy a link to this scenario",
    group: "Share",
    run: () => later(({ copyRealLink }) => copyRealLink()),
  },
  {
    id: "share.redacted-link",
    title: "Copy a redacted link",
    group: "Share",
    run: () => later(({ copyRedactedLink }) => copyRedactedLink()),
  },
  {
    id: "share.report",
    title: "Copy a report as Markdown",
    group: "Share",
    run: () => later(({ copyReport }) => copyReport()),
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
