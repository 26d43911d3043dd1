import { useMemo } from "preact/hooks";
import { pretty } from "../../../draft/pretty.js";
import { CodeEditor } from "../../../editor/CodeEditor.js";
import { copied, copy } from "../parts/copy.js";

/** What the command line prints for a scenario that was saved under this name. */
const COMMAND = "npx reconcile-kit preview scenario.json --json";

/** The outcome as the core wrote it. */
export function JsonTab({ text }: { readonly text: string }) {
  const laidOut = useMemo(() => pretty(text), [text]);
  return (
    <div class="json">
      <h2 class="said">The outcome as JSON</h2>
      <p class="actions">
        <button type="button" onClick={() => void copy(laidOut, "Outcome")}>
          Copy the outcome
        </button>
        <button type="button" onClick={() => void copy(COMMAND, "Command")}>
          Copy the command
        </button>
        <span role="log">{copied.value}</span>
      </p>
      <p class="command">
        The same on the command line, with the exported scenario: <code>{COMMAND}</code>
      </p>
      <CodeEditor
        label="Outcome as JSON"
        language="json"
        piece="outcome"
        value={laidOut}
        isReadOnly
      />
    </div>
  );
}
