// What is pointed at elsewhere lights up here, and what the pointer or the caret is on here lights up elsewhere.

import { type EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, type ViewUpdate } from "@codemirror/view";
import { effect } from "@preact/signals";
import type { Outcome } from "reconcile-kit";
import { outcome, type Pointed, pointed } from "../app/store.js";
import { pointerOf, stepsOf } from "../draft/pointer.js";
import { lambdaFacts } from "./facts.js";
import { find, placeAt, type Span } from "./json/place.js";
import { memberAt, namesIn } from "./lambda/names.js";
import { loginIndex } from "./pieces.js";

const marked = StateEffect.define<readonly Span[]>();
const mark = Decoration.mark({ class: "cm-pointed" });

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const one of transaction.effects) {
      if (!one.is(marked)) continue;
      const ranges = one.value.filter(
        ({ from, to }) => to > from && to <= transaction.state.doc.length,
      );
      return Decoration.set(
        ranges.map(({ from, to }) => mark.range(from, to)),
        true,
      );
    }
    return value.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Editors whose pointing is shown: only the newest one's is. */
let pointing: EditorView | undefined;

/** The extension for an editor of `piece`. */
export function pointingIn(piece: string) {
  const point = (view: EditorView, at: number | null) => {
    const found = at === null ? undefined : pointedAt(view.state, at, piece);
    if (!found) return release(view);
    const now = pointed.peek();
    if (now?.kind === found.kind && now.path === found.path) return;
    pointing = view;
    pointed.value = found;
  };
  return [
    marks,
    EditorView.updateListener.of((update: ViewUpdate) => {
      const { view, selectionSet, docChanged, state } = update;
      if (selectionSet && !docChanged && view.hasFocus) point(view, state.selection.main.head);
    }),
    EditorView.domEventHandlers({
      mousemove: (event, view) =>
        point(view, view.posAtCoords({ x: event.clientX, y: event.clientY })),
      mouseleave: (_event, view) => release(view),
      blur: (_event, view) => release(view),
    }),
  ];
}

function release(view: EditorView): void {
  if (pointing !== view) return;
  pointing = undefined;
  pointed.value = undefined;
}

/** Marks in `view` what is pointed at, from now on. */
export function followPointed(view: EditorView, piece: string): () => void {
  let isMarked = false;
  const stop = effect(() => {
    const what = pointed.value;
    const spans = what && pointing !== view ? spansOf(view.state, what, piece, outcome.value) : [];
    if (spans.length === 0 && !isMarked) return;
    isMarked = spans.length > 0;
    view.dispatch({ effects: marked.of(spans) });
    const [first] = spans;
    if (first) bringIntoView(view, first.from);
  });
  return () => {
    stop();
    release(view);
  };
}

/** Scrolls the editor and nothing around it. */
function bringIntoView(view: EditorView, at: number): void {
  const { top, height } = view.lineBlockAt(at);
  const { scrollTop, clientHeight } = view.scrollDOM;
  if (top >= scrollTop && top + height <= scrollTop + clientHeight) return;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const middle = Math.max(0, top - clientHeight / 3);
  view.scrollDOM.scrollTo({ top: middle, behavior: isCalm ? "instant" : "smooth" });
}

/** Where a piece's text holds what is pointed at. */
export function spansOf(
  state: EditorState,
  { kind, path }: Pointed,
  piece: string,
  shown: Outcome | undefined,
): readonly Span[] {
  const steps = stepsOf(path);
  if (loginIndex(piece) !== undefined) return kind === "claim" ? valueAt(state, steps) : [];
  const changes = (shown?.changes ?? []).filter((change) =>
    kind === "field"
      ? isInside(change.path, path)
      : change.from.some((from) => isInside(from, path)),
  );
  if (piece === "lambda") {
    const lines = changes.flatMap(({ by }) => (by.kind === "lambda" && by.line ? [by.line] : []));
    return [...new Set(lines)]
      .sort((one, other) => one - other)
      .flatMap((line) => lineSpan(state, line));
  }
  if (piece === "users") return kind === "field" ? userSpan(state, steps, shown) : [];
  if (piece !== "policy" && piece !== "attributeMappings") return [];
  const rules = changes.flatMap(
    ({ by, path: field }) => by.rule ?? (kind === "field" ? [fieldName(field)] : []),
  );
  const own = kind === "field" ? [fieldName(path)] : [];
  const names = [...new Set(rules.length > 0 ? rules : own)];
  const spans = names.flatMap((name) => ruleSpan(state, name, piece));
  return spans.sort((one, other) => one.from - other.from);
}

function isInside(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}/`) || outer.startsWith(`${path}/`);
}

function fieldName(pointer: string): string {
  return stepsOf(pointer).join(".");
}

function valueAt(state: EditorState, steps: readonly string[]): Span[] {
  const found = find(state, steps);
  return found ? [found.value] : [];
}

function lineSpan(state: EditorState, number: number): Span[] {
  if (number > state.doc.lines) return [];
  const { from, text, to } = state.doc.line(number);
  return [{ from: from + (text.length - text.trimStart().length), to }];
}

function userSpan(
  state: EditorState,
  [object, ...field]: readonly string[],
  shown: Outcome | undefined,
): Span[] {
  const id = shown?.user?.id;
  const quoted = id == null ? undefined : JSON.stringify(id);
  for (let index = 0; index < 1000; index++) {
    const own = find(state, [index, "id"]);
    if (!find(state, [index])) return [];
    if (!own || state.sliceDoc(own.value.from, own.value.to) !== quoted) continue;
    const inner = object === "registration" ? ["registrations", 0] : [];
    const found = find(state, [index, ...inner, ...field]);
    return found ? [found.value] : [];
  }
  return [];
}

/** A rule by the name that outcomes give it: `user.fullName#3`, or an id of its own. */
function ruleSpan(state: EditorState, name: string, piece: string): Span[] {
  if (piece === "attributeMappings") {
    const found = find(state, [name.replace(/ ← .*$/, "")]);
    return found ? [{ from: (found.key ?? found.value).from, to: found.value.to }] : [];
  }
  const [, field = name, number] = /^(.*?)(?:#(\d+))?$/.exec(name) ?? [];
  const whole = find(state, ["map", field]);
  const one = number === undefined ? undefined : find(state, ["map", field, Number(number) - 1]);
  if (one) return [one.value];
  if (whole) return [{ from: (whole.key ?? whole.value).from, to: whole.value.to }];
  const at = state.doc.toString().indexOf(JSON.stringify(name));
  return at < 0 ? [] : [{ from: at, to: at + JSON.stringify(name).length }];
}

/** The claim or field that a position is about. */
export function pointedAt(state: EditorState, at: number, piece: string): Pointed | undefined {
  if (piece === "lambda") return inLambda(state, at);
  const place = placeAt(state, at);
  if (!place || place.span.from === place.span.to) return undefined;
  const path =
    place.role === "key"
      ? [...place.path, state.sliceDoc(place.span.from, place.span.to).replace(/^"|"$/g, "")]
      : place.path;
  const [first, second] = path;
  if (loginIndex(piece) !== undefined) {
    const isClaim = (first === "userinfo" || first === "idToken") && path.length > 1;
    return isClaim ? { kind: "claim", path: pointerOf(path) } : undefined;
  }
  const field = piece === "policy" && first === "map" ? second : undefined;
  if (typeof field !== "string" || !/^(?:user|registration)\./.test(field)) return undefined;
  return { kind: "field", path: `/${field.replaceAll(".", "/")}` };
}

function inLambda(state: EditorState, at: number): Pointed | undefined {
  const facts = lambdaFacts.peek();
  const member = facts && memberAt(state, at, namesIn(state, facts));
  if (!member || member.keys.length === 0) return undefined;
  const isClaim = member.root === "/userinfo" || member.root === "/idToken";
  const isField = member.root === "/user" || member.root === "/registration";
  if (!isClaim && !isField) return undefined;
  return { kind: isClaim ? "claim" : "field", path: member.root + pointerOf(member.keys) };
}
