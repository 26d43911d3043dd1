import "./carry.css";
import "./export.css";
import { useEffect, useId, useMemo, useState } from "preact/hooks";
import { toClipboard } from "../../app/clipboard.js";
import { draft } from "../../app/store.js";
import { EXPORTS, type Exported, type ExportKind } from "../../carry/export/exports.js";
import { download, type ExportFile } from "../../carry/export/files.js";
import { hasSecrets } from "../../carry/mask.js";
import type { Draft } from "../../draft/draft.js";
import { KitRefusal } from "../../kit/client.js";
import { Dialog } from "../parts/Dialog.js";
import { subjectOf } from "./exporting.js";

/** Longer texts are shown in part: they are for downloading. */
const SHOWN = 50_000;

/** Takes the scenario away as a file. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const now = draft.value;
  const [id, setId] = useState(EXPORTS[0]?.id ?? "");
  const [hasTokens, setTokens] = useState(false);
  const kind = EXPORTS.find((one) => one.id === id);
  const canMask = useMemo(() => hasSecrets(now), [now]);
  return (
    <Dialog title="Export" isWide onClose={onClose}>
      <div class="carry carry-export">
        <div class="stack">
          <Kinds draft={now} chosen={id} onChoose={setId} />
          <label class="check">
            <input
              type="checkbox"
              checked={hasTokens}
              disabled={!canMask}
              onChange={(event) => setTokens(event.currentTarget.checked)}
            />
            <span>
              Include tokens and secrets
              <span class="quiet-words">
                {canMask ? "They are masked otherwise." : "There are none."}
              </span>
            </span>
          </label>
        </div>
        {kind && <Preview key={id} kind={kind} draft={now} hasTokens={hasTokens} />}
      </div>
    </Dialog>
  );
}

interface KindsProps {
  readonly draft: Draft;
  readonly chosen: string;
  onChoose(id: string): void;
}

function Kinds({ draft, chosen, onChoose }: KindsProps) {
  const name = useId();
  return (
    <fieldset class="kinds">
      <legend class="said">What to export</legend>
      {EXPORTS.map((kind) => {
        const missing = kind.missing(draft);
        return (
          <label key={kind.id} class={missing === undefined ? "kind" : "kind missing"}>
            <input
              type="radio"
              name={name}
              checked={kind.id === chosen}
              disabled={missing !== undefined}
              aria-labelledby={`${name}-${kind.id}`}
              aria-describedby={`${name}-${kind.id}-use`}
              onChange={() => onChoose(kind.id)}
            />
            <span>
              <strong id={`${name}-${kind.id}`}>{kind.title}</strong>
              <span id={`${name}-${kind.id}-use`} class={missing ? "quiet-words" : "said"}>
                {missing ?? kind.use}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

type State = { readonly made: Exported } | { readonly refused: string } | undefined;

interface PreviewProps {
  readonly kind: ExportKind;
  readonly draft: Draft;
  readonly hasTokens: boolean;
}

function Preview({ kind, draft, hasTokens }: PreviewProps) {
  const [state, setState] = useState<State>(undefined);
  useEffect(() => {
    let isNewest = true;
    void made(kind, draft, hasTokens).then((next) => {
      if (isNewest) setState(next);
    });
    return () => {
      isNewest = false;
    };
  }, [kind, draft, hasTokens]);
  return (
    <section class="preview stack" aria-label={kind.title} aria-busy={state === undefined}>
      <p class="quiet-words">{kind.use}</p>
      {state === undefined && <p class="quiet-words">Writing…</p>}
      {state && "refused" in state && <p class="warning">{state.refused}</p>}
      {state && "made" in state && <Made made={state.made} />}
    </section>
  );
}

async function made(kind: ExportKind, draft: Draft, hasTokens: boolean): Promise<State> {
  try {
    return { made: await kind.make(subjectOf(draft, hasTokens)) };
  } catch (error) {
    if (!(error instanceof KitRefusal)) throw error;
    const { message, help } = error.refusal;
    return { refused: `This cannot be written: ${message}. ${help}` };
  }
}

function Made({ made: { files, notes } }: { readonly made: Exported }) {
  return (
    <>
      {files.length === 0 && <p class="warning">There is no such form of this policy.</p>}
      {notes.length > 0 && (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {files.length > 1 && (
        <div class="row">
          <button type="button" class="primary" onClick={() => files.forEach(download)}>
            Download all {files.length} files
          </button>
        </div>
      )}
      {files.map((file) => (
        <File key={file.name} file={file} isOnly={files.length === 1} />
      ))}
    </>
  );
}

function File({ file, isOnly }: { readonly file: ExportFile; readonly isOnly: boolean }) {
  const [copied, setCopied] = useState<"yes" | "no" | undefined>(undefined);
  const copyIt = async () => setCopied((await toClipboard(file.text)) ? "yes" : "no");
  const isCut = file.text.length > SHOWN;
  return (
    <article class="file">
      <header>
        <h3 class="mono">{file.name}</h3>
        <span role="status" class="done">
          {copied === "yes" && "✓ Copied"}
          {copied === "no" && "Select the text to copy it"}
        </span>
        <button type="button" onClick={copyIt} aria-label={`Copy ${file.name}`}>
          Copy
        </button>
        <button
          type="button"
          class={isOnly ? "primary" : ""}
          onClick={() => download(file)}
          aria-label={`Download ${file.name}`}
        >
          Download
        </button>
      </header>
      <section
        class="text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls has to be reachable by keyboard
        tabIndex={0}
        aria-label={`Text of ${file.name}`}
      >
        <pre>{isCut ? `${file.text.slice(0, SHOWN)}\n…` : file.text}</pre>
      </section>
    </article>
  );
}
