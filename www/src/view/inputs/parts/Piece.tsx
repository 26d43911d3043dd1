import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { composed, findings } from "../../../app/store.js";
import type { Piece as PieceName } from "../../../draft/compose.js";
import { findingsOf } from "../../../draft/place.js";
import { CodeEditor } from "../../../editor/CodeEditor.js";
import { FindingList } from "./FindingList.js";
import type { JsonForm, Shape } from "./json-form.js";
import { type Mode, modeOf, showAs } from "./modes.js";

interface Props {
  readonly piece: PieceName;
  readonly title: string;
  /** What a form of this piece needs it to be. */
  readonly shape: Shape;
  readonly form: JsonForm;
  /** What else belongs beside the title. */
  readonly extra?: ComponentChildren;
  onText(text: string): void;
  /** The form. */
  readonly children: ComponentChildren;
}

/** A piece of the scenario: as a form or as JSON, with what was found in it. */
export function Piece({ piece, title, shape, form, extra, onText, children }: Props) {
  const id = useId();
  const mode = modeOf(piece);
  const found = findingsOf(piece, composed.value, findings.value);
  return (
    <section class="piece" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {extra}
        <ModeSwitch title={title} mode={mode} onMode={(to) => showAs(piece, to)} />
      </header>
      <FindingList findings={found} label={title} />
      {mode === "json" && (
        <CodeEditor
          label={`${title} as JSON`}
          language="json"
          piece={piece}
          value={form.text}
          findings={found}
          onChange={onText}
        />
      )}
      {mode === "form" &&
        (form.fits(shape) ? children : <Broken piece={piece} title={title} shape={shape} />)}
    </section>
  );
}

interface SwitchProps {
  readonly title: string;
  readonly mode: Mode;
  onMode(mode: Mode): void;
}

function ModeSwitch({ title, mode, onMode }: SwitchProps) {
  const name = useId();
  return (
    <fieldset class="mode-switch">
      <legend class="said">Edit {title} as</legend>
      {(["form", "json"] as const).map((to) => (
        <label key={to}>
          <input type="radio" name={name} checked={mode === to} onChange={() => onMode(to)} />
          <span>{to === "form" ? "Form" : "JSON"}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface BrokenProps {
  readonly piece: PieceName;
  readonly title: string;
  readonly shape: Shape;
}

function Broken({ piece, title, shape }: BrokenProps) {
  return (
    <div class="broken">
      <p>
        There is no form, because the text of “{title}” is not a JSON{" "}
        {shape === "object" ? "object" : "list"} as it stands. Nothing of it is lost.
      </p>
      <button type="button" onClick={() => showAs(piece, "json")}>
        Put it right in the JSON
      </button>
    </div>
  );
}
