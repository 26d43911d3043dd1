import { computed, signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Diagnostic } from "reconcile-kit";
import { change } from "../../../app/actions.js";
import { composed, draft } from "../../../app/store.js";
import { decompose } from "../../../draft/decompose.js";
import type { Draft } from "../../../draft/draft.js";
import { treeOf } from "../../../draft/edit.js";
import { pretty } from "../../../draft/pretty.js";
import { CodeEditor } from "../../../editor/CodeEditor.js";
import { ask } from "../../../kit/client.js";
import { FindingList } from "../parts/FindingList.js";

/** What was typed here, and the draft that it belongs to: any other change of the draft does away with it. */
const typed = signal<{ readonly text: string; readonly draft: Draft } | undefined>(undefined);

const shown = computed(() => {
  const mine = typed.value;
  return mine && mine.draft === draft.value ? mine.text : pretty(composed.value.text);
});

/** The whole scenario as one text. */
export function ScenarioPanel() {
  const text = shown.value;
  const found = useFindings(text);
  const isTaken = treeOf(text)?.type === "object";
  return (
    <section class="piece scenario-panel" aria-labelledby="scenario-title">
      <header>
        <h2 id="scenario-title">Scenario</h2>
      </header>
      <p class="hint">
        Everything in one text, as the command line and the tests read it. What is typed here
        changes all other tabs.
      </p>
      {!isTaken && (
        <p class="notice bad" role="status">
          <strong>Not taken over:</strong> this is not a JSON object as it stands. The outcome is
          that of the last text that was one.
        </p>
      )}
      <FindingList findings={found} label="the scenario" />
      <CodeEditor
        label="Scenario as JSON"
        language="json"
        piece="scenario"
        value={text}
        findings={found}
        onChange={write}
      />
    </section>
  );
}

function write(text: string): void {
  const next = treeOf(text) ? decompose(text) : undefined;
  if (next) change(next, "scenario");
  typed.value = { text, draft: draft.peek() };
}

/** What the core finds in exactly this text; only the newest answer counts. */
function useFindings(text: string): readonly Diagnostic[] {
  const [found, setFound] = useState<{ of: string; findings: readonly Diagnostic[] }>();
  useEffect(() => {
    let isNewest = true;
    ask("check", { document: text }).then(
      (findings) => isNewest && setFound({ of: text, findings }),
      () => {},
    );
    return () => {
      isNewest = false;
    };
  }, [text]);
  return found?.of === text ? found.findings : [];
}
