// The editor itself: one chunk, loaded when the first text is to be edited.

import { history } from "@codemirror/commands";
import { nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { openSearchPanel } from "@codemirror/search";
import { Annotation, EditorState, type Extension, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Diagnostic } from "reconcile-kit";
import type { About } from "./card.js";
import { cardStyle } from "./card-style.js";
import { showFindings } from "./findings/shown.js";
import { follow } from "./follow.js";
import { followPointed } from "./pointing.js";
import { explainCaret, extensions, parts } from "./setup.js";

/** What an editor is made with. */
export interface Start extends About {
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  /** What was selected in the field that stood here before, where it had the focus. */
  readonly selection: { readonly from: number; readonly to: number } | undefined;
  readonly scrollTop: number;
  onChange(value: string): void;
  onFocus(): void;
}

/** An editor on the page. */
export interface Handle {
  setValue(value: string): void;
  setFindings(findings: readonly Diagnostic[]): void;
  setAbout(about: About): void;
  setReadOnly(isReadOnly: boolean): void;
  focus(): void;
  explainCaret(): void;
  nextFinding(): void;
  previousFinding(): void;
  search(): void;
  select(from: number, to: number): void;
  destroy(): void;
}

/** Marks a change that came from outside: nobody is told of it again. */
const outside = Annotation.define<boolean>();

const LEAVE =
  "Tab indents. To leave the editor, press Escape, then Tab. Control or Command with I explains what the caret is on and offers quick fixes.";

/** Makes an editor inside `host`. It lives in a shadow root, so that its styles need no style element. */
export function mount(host: HTMLElement, start: Start): Handle {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const box = document.createElement("div");
  const how = document.createElement("p");
  [box.className, how.className] = ["box", "how"];
  how.id = "how";
  how.textContent = LEAVE;
  root.replaceChildren(box, how);
  let about: About = start;
  const view = new EditorView({ root, parent: box, state: stateOf(start, () => about) });
  const sheets = root.adoptedStyleSheets.filter((sheet) => sheet !== cardStyle());
  root.adoptedStyleSheets = [...sheets, cardStyle()];
  view.scrollDOM.scrollTop = start.scrollTop;
  if (start.selection) view.focus();
  const stops = [follow(), followPointed(view, start.piece)];
  return {
    setValue: (value) => setValue(view, value),
    setFindings: (findings) => showFindings(view, findings, about),
    setAbout: (next) => {
      about = next;
    },
    setReadOnly: (isReadOnly) =>
      view.dispatch({ effects: parts.readOnly.reconfigure(readOnly(isReadOnly)) }),
    focus: () => view.focus(),
    explainCaret: () => void explainCaret(view),
    nextFinding: () => void (nextDiagnostic(view) && explainCaret(view)),
    previousFinding: () => void (previousDiagnostic(view) && explainCaret(view)),
    search: () => void openSearchPanel(view),
    select: (from, to) => select(view, from, to),
    destroy: () => {
      for (const one of stops) one();
      view.destroy();
      root.replaceChildren();
    },
  };
}

function readOnly(isReadOnly: boolean): Extension {
  const attributes = { "aria-readonly": String(isReadOnly) };
  return [EditorState.readOnly.of(isReadOnly), EditorView.contentAttributes.of(attributes)];
}

function stateOf(start: Start, aboutOf: () => About): EditorState {
  const { value, selection, isReadOnly } = start;
  const length = value.replaceAll("\r\n", "\n").length;
  return EditorState.create({
    doc: value,
    selection: selection
      ? { anchor: Math.min(selection.from, length), head: Math.min(selection.to, length) }
      : { anchor: 0 },
    extensions: [
      extensions({ ...start, described: "how" }, aboutOf),
      parts.readOnly.of(readOnly(isReadOnly)),
      EditorView.updateListener.of(({ docChanged, transactions, state, focusChanged, view }) => {
        if (focusChanged && view.hasFocus) start.onFocus();
        const isOurs = transactions.some((one) => one.docChanged && !one.annotation(outside));
        if (docChanged && isOurs) start.onChange(state.doc.toString());
      }),
    ],
  });
}

/** Puts another text in place of the one there is. Only what differs is changed, so that the caret stays where it was. */
function setValue(view: EditorView, value: string): void {
  const before = view.state.doc.toString();
  const after = value.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  if (before === after) return;
  const [from, end] = difference(before, after);
  view.dispatch({
    changes: { from, to: before.length - end, insert: after.slice(from, after.length - end) },
    annotations: [outside.of(true), Transaction.addToHistory.of(false)],
  });
  // Another text altogether: what was undone in the old one makes no sense in it.
  if (from + end < Math.min(before.length, after.length) / 5) {
    view.dispatch({ effects: parts.history.reconfigure([]) });
    view.dispatch({ effects: parts.history.reconfigure(history()) });
    view.dispatch({ selection: { anchor: 0 } });
    view.scrollDOM.scrollTop = 0;
  }
}

/** How much two texts have in common, at their beginnings and at their ends. */
export function difference(before: string, after: string): [number, number] {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let end = 0;
  while (
    end < shorter - from &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  return [from, end];
}

function select(view: EditorView, from: number, to: number): void {
  const { length } = view.state.doc;
  const anchor = Math.min(from, length);
  const head = Math.min(to, length);
  view.dispatch({ selection: { anchor, head }, scrollIntoView: true });
  view.focus();
}
