import type { ComponentChildren } from "preact";
import type { Outcome } from "reconcile-kit";
import type { OutputTab } from "../../app/layout.js";
import type { Result } from "../../app/store.js";
import "../compare/state.js";
import { lazy } from "../parts/Lazy.js";
import type { Tab } from "../parts/Tabs.js";
import { AssumptionsTab } from "./assumptions/AssumptionsTab.js";
import { ChangesTab } from "./changes/ChangesTab.js";
import { JsonTab } from "./json/JsonTab.js";
import { LogTab } from "./log/LogTab.js";
import { counted } from "./parts/words.js";
import { PathTab } from "./path/PathTab.js";

const Compare = lazy(() => import("./several.js").then((all) => all.Compare));
const History = lazy(() => import("./several.js").then((all) => all.History));

/** The tabs of the outcome pane, with what there is to see in each. */
export function outputTabs(shown: Outcome | undefined, from: Result | undefined): Tab<OutputTab>[] {
  const whenThere = (render: (outcome: Outcome, result: Result) => ComponentChildren) => () =>
    shown && from ? render(shown, from) : <NothingYet />;
  return [
    { name: "path", title: "Path", render: whenThere((outcome) => <PathTab outcome={outcome} />) },
    {
      name: "changes",
      title: "Changes",
      badge: badge(shown?.changes.length, "change"),
      render: whenThere((outcome) => <ChangesTab outcome={outcome} />),
    },
    {
      name: "log",
      title: "Log",
      badge: badge(shown && logged(shown), "entry", "entries"),
      render: whenThere((outcome, { scenario }) => (
        <LogTab outcome={outcome} scenario={scenario} />
      )),
    },
    {
      name: "assumptions",
      title: "Assumptions",
      badge: badge(shown?.assumptions.length, "assumption"),
      render: whenThere((outcome) => <AssumptionsTab outcome={outcome} />),
    },
    { name: "compare", title: "Compare", render: () => <Compare /> },
    { name: "history", title: "History", render: () => <History /> },
    { name: "json", title: "JSON", render: whenThere((_, { text }) => <JsonTab text={text} />) },
  ];
}

function logged({ eventLog, ignoredWrites, diagnostics }: Outcome): number {
  return eventLog.length + ignoredWrites.length + diagnostics.length;
}

function badge(count: number | undefined, one: string, many?: string): Tab<OutputTab>["badge"] {
  if (!count) return undefined;
  return { text: String(count), said: ` ${counted(count, one, many)}` };
}

function NothingYet() {
  return <p>There is no outcome yet: complete the scenario, and it appears here.</p>;
}
