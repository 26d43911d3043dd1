import { outputTab } from "../../app/layout.js";
import { outcome, refusal, result } from "../../app/store.js";
import { Compare } from "../compare/Compare.js";
import { History } from "../history/History.js";
import { Tabs } from "../parts/Tabs.js";

/** What the login leads to. */
export function Outcome() {
  const shown = outcome.value;
  return (
    <>
      <div class="verdict" role="status">
        {refusal.value
          ? refusal.value.message
          : shown && `${shown.status} ${shown.decision}: ${shown.verdict}`}
      </div>
      <Tabs
        label="What comes out"
        chosen={outputTab.value}
        onChoose={(name) => {
          outputTab.value = name;
        }}
        tabs={[
          { name: "path", title: "Path", render: () => <p>{shown?.trace.length} steps</p> },
          { name: "compare", title: "Compare", render: () => <Compare /> },
          { name: "history", title: "History", render: () => <History /> },
          { name: "json", title: "JSON", render: () => <pre>{result.value?.text}</pre> },
        ]}
      />
    </>
  );
}
