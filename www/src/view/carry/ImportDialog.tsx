import "./carry.css";
import { useId, useRef, useState } from "preact/hooks";
import { Dialog } from "../parts/Dialog.js";
import { announce, type Taken, takeFiles, takeText } from "./importing.js";

const ENDINGS = ".json,.yaml,.yml,.js,.mjs,.ts,.txt,.jwt,application/json,text/javascript";

/** Takes in files, or a pasted text. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState("");
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const [pasteId, faultsId] = [useId(), useId()];
  const take = async (work: Promise<Taken>) => {
    setBusy(true);
    const result = await work;
    setBusy(false);
    setFaults([...(result.faults.length > 0 ? result.said : []), ...result.faults]);
    if (result.faults.length > 0) return;
    onClose();
    announce(result);
  };
  const choose = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    input.value = "";
    if (chosen.length > 0) void take(takeFiles(chosen));
  };
  return (
    <Dialog title="Import" onClose={onClose}>
      <div class="carry">
        <Understood />
        <div class="row">
          <button type="button" onClick={() => files.current?.click()} disabled={isBusy}>
            Choose files…
          </button>
          <span class="quiet-words">or drop them anywhere on the page</span>
          <input
            ref={files}
            type="file"
            multiple
            accept={ENDINGS}
            hidden
            aria-label="Files to import"
            onChange={(event) => choose(event.currentTarget)}
          />
        </div>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void take(takeText(text));
          }}
        >
          <label for={pasteId}>Or paste a text</label>
          <textarea
            id={pasteId}
            class="mono"
            rows={9}
            spellcheck={false}
            autocomplete="off"
            value={text}
            aria-describedby={faults.length > 0 ? faultsId : undefined}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <div class="row">
            <button type="submit" class="primary" disabled={isBusy || text.trim() === ""}>
              Import the text
            </button>
            <span class="quiet-words">You can undo it.</span>
          </div>
        </form>
        <div id={faultsId} role="alert">
          {faults.length > 0 && (
            <ul class="warning">
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Understood() {
  return (
    <ul class="understood">
      <li>A scenario or a policy (JSON or YAML), a reconcile lambda, a link to this page</li>
      <li>An ID token, or a Cognito user in any of its forms</li>
      <li>
        FusionAuth's JSON: identity providers, applications, tenants, users, links, lambdas, a
        kickstart file
      </li>
    </ul>
  );
}
