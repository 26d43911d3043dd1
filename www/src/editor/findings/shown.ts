// Findings in the editor's text: where they are, what repairs them, and how they move while one types.

import { syntaxTree } from "@codemirror/language";
import { forEachDiagnostic, type Diagnostic as Shown, setDiagnostics } from "@codemirror/lint";
import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Diagnostic } from "reconcile-kit";
import type { Language } from "../CodeEditor.js";
import type { Repair } from "../fixes/fix.js";
import { repairsIn } from "../fixes/table.js";
import type { Span } from "../json/place.js";
import { offsetOf } from "./place.js";

/** A finding where it is now. */
export interface Placed extends Span {
  readonly finding: Diagnostic;
  readonly repairs: readonly Repair[];
}

interface Known {
  readonly finding: Diagnostic;
  readonly repairs: readonly Repair[];
}

const known = new WeakMap<Shown, Known>();

/** Longer texts are shown without quick fixes: each needs the whole text. */
const LONGEST = 200_000;

/** More are of no help, and each costs time. */
const MOST = 300;

/** What an editor knows about its text. */
export interface Setting {
  readonly language: Language;
  readonly hasOptionalChaining: boolean;
  readonly canRepair: boolean;
}

/** Shows findings in place of those that are there. */
export function showFindings(
  view: EditorView,
  findings: readonly Diagnostic[],
  setting: Setting,
): void {
  const { state } = view;
  const text = setting.canRepair && state.doc.length <= LONGEST ? state.doc.toString() : undefined;
  const repairs =
    text === undefined || findings.length === 0 ? undefined : repairsIn({ ...setting, text });
  const all = findings.slice(0, MOST).map((finding) => {
    const from = offsetOf(finding, state.doc);
    return shown(
      finding,
      from,
      endOf(finding, from, state),
      repairs?.(finding, from) ?? [],
      setting,
    );
  });
  view.dispatch(setDiagnostics(state, all));
}

function shown(
  finding: Diagnostic,
  from: number,
  to: number,
  repairs: readonly Repair[],
  setting: Setting,
): Shown {
  const actions = repairs.map(({ title }) => ({
    name: title,
    apply: (view: EditorView, at: number) => apply(view, finding, at, title, setting),
  }));
  const { severity, message, help, code } = finding;
  const one: Shown = { from, to, severity, message: `${message} (${code}). ${help}`, actions };
  known.set(one, { finding, repairs });
  return one;
}

/** Repairs a finding in the text as it is now, which may be another than the one it was found in. */
export function apply(
  view: EditorView,
  finding: Diagnostic,
  at: number,
  title: string,
  setting: Setting,
): void {
  const text = view.state.doc.toString();
  const repair = repairsIn({ ...setting, text })(finding, at).find((one) => one.title === title);
  if (repair) view.dispatch({ changes: [...repair.changes], userEvent: "input.fix" });
}

/** What is underlined: what the finding quotes, or the word that begins there. */
function endOf({ found, line }: Diagnostic, from: number, state: EditorState): number {
  if (line == null) return from;
  const { doc } = state;
  if (found && doc.sliceString(from, from + found.length) === found) return from + found.length;
  const node = syntaxTree(state).resolveInner(from, 1);
  if (node.from === from && node.to > from && !node.firstChild) return node.to;
  const rest = doc.lineAt(from).to;
  const [word = ""] = /^(?:\w+|\S)/.exec(doc.sliceString(from, Math.min(rest, from + 100))) ?? [];
  return from + word.length;
}

/** The findings as they stand in the text now. */
export function placedIn(state: EditorState): Placed[] {
  const all: Placed[] = [];
  forEachDiagnostic(state, (one, from, to) => {
    const about = known.get(one);
    if (about) all.push({ from, to, ...about });
  });
  return all;
}

/** Worst first. */
const ORDER: readonly Diagnostic["severity"][] = ["error", "warning", "info"];

/** The findings that touch a stretch, the worst first. */
export function findingsAt(state: EditorState, { from, to }: Span): Placed[] {
  const rank = ({ finding }: Placed) => ORDER.indexOf(finding.severity);
  return placedIn(state)
    .filter((one) => one.from <= to && from <= one.to)
    .sort((one, other) => rank(one) - rank(other));
}
