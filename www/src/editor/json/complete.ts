// Completion in JSON: keys and values from the schema, claims and roles from the scenario.

import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from "@codemirror/autocomplete";
import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { guide, schemaOf } from "../pieces.js";
import { fieldDetail, keysFor, wordsFor } from "./dynamic.js";
import { find, keysIn, type Place, placeAt, type Span } from "./place.js";
import { type Form, type Key, kindOf } from "./schema.js";

/** A source of completions for the JSON of `piece`. */
export function completeJson(piece: string) {
  return (context: CompletionContext): CompletionResult | null => {
    const schema = schemaOf(piece);
    const place = placeAt(context.state, context.pos);
    if (!schema || !place) return null;
    const { span } = place;
    const isQuoted = context.state.sliceDoc(span.from, span.from + 1) === '"';
    if (!context.explicit && span.from === span.to && !/["\w]$/.test(before(context))) return null;
    const options =
      place.role === "key"
        ? keys(context.state, piece, place, guide.formsAt(schema, place.path))
        : values(piece, place, guide.formsAt(schema, place.path));
    if (options.length === 0) return null;
    return { from: span.from + (isQuoted ? 1 : 0), options, validFor: /^[\w./:~-]*$/ };
  };
}

function before({ state, pos }: CompletionContext): string {
  return state.sliceDoc(Math.max(0, pos - 1), pos);
}

function keys(
  state: EditorState,
  piece: string,
  place: Place,
  forms: readonly Form[],
): Completion[] {
  const written = unquotedAt(state, place);
  const there = new Set(keysIn(place.around, state.doc).filter((key) => key !== written));
  const rule = place.path.at(-1) === "table" ? ruleAround(state, place) : undefined;
  const own = guide.keys(forms).filter(({ name }) => name !== "$schema" || place.path.length === 0);
  const offers = [
    ...own.map((key) => ofKey(key)),
    ...keysFor(piece, place.path, rule).map(({ text, detail, info }) => ({
      label: text,
      detail,
      ...(info === "" ? {} : { info }),
      type: "property",
      apply: writeKey(text, '""'),
    })),
  ];
  return offers.filter(({ label }) => !there.has(label));
}

function unquotedAt(state: EditorState, { span }: Place): string {
  return state.sliceDoc(span.from, span.to).replace(/^"|"$/g, "");
}

/** The rule that a table is in, as far as it can be read. */
function ruleAround(state: EditorState, { path }: Place): unknown {
  const from = find(state, [...path.slice(0, -1), "from"]);
  if (!from) return undefined;
  try {
    return { from: JSON.parse(state.sliceDoc(from.value.from, from.value.to)) };
  } catch {
    return undefined;
  }
}

function ofKey({ name, description, forms, isRequired }: Key): Completion {
  const detail = fieldDetail(name) || kindsOf(forms);
  return {
    label: name,
    type: "property",
    detail: isRequired ? `${detail}, needed` : detail,
    ...(description === "" ? {} : { info: description }),
    boost: isRequired ? 5 : 0,
    apply: writeKey(name, templateOf(forms)),
  };
}

function kindsOf(forms: readonly Form[]): string {
  const kinds = [...new Set(forms.map(kindOf).filter((kind) => kind !== ""))];
  return kinds.slice(0, 3).join(" or ");
}

/** What stands first where a value of these forms is wanted. */
function templateOf(forms: readonly Form[]): string {
  const kinds = new Set(forms.map(kindOf));
  if (kinds.has("text")) return '""';
  if (kinds.has("list")) return "[]";
  if (kinds.has("object")) return "{}";
  return "";
}

/** Writes the key and, where none follows yet, a colon and the beginning of a value with the caret in it. */
function writeKey(name: string, template: string) {
  return (view: EditorView, _completion: Completion, from: number, to: number) => {
    const span = placeAt(view.state, to)?.span ?? { from, to };
    const hasColon = /^\s*:/.test(view.state.sliceDoc(span.to, span.to + 50));
    const key = JSON.stringify(name);
    const insert = hasColon ? key : `${key}: ${template}`;
    const inside = hasColon || template === "" ? 0 : 1;
    replace(view, span, insert, inside);
    if (!hasColon) startCompletion(view);
  };
}

function replace(view: EditorView, { from, to }: Span, insert: string, inside = 0): void {
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length - inside },
    userEvent: "input.complete",
  });
}

function values(piece: string, place: Place, forms: readonly Form[]): Completion[] {
  const choices = guide.choices(forms).map(({ value, description }) => ({
    text: value,
    detail: "",
    info: description,
  }));
  const offers = [...choices, ...wordsFor(piece, place.path, forms)];
  return offers.map(({ text, detail, info }) => ({
    label: String(text),
    type: typeof text === "string" ? "text" : "keyword",
    detail,
    ...(info === "" ? {} : { info }),
    apply: writeValue(text),
  }));
}

function writeValue(value: unknown) {
  return (view: EditorView, _completion: Completion, from: number, to: number) => {
    replace(view, placeAt(view.state, to)?.span ?? { from, to }, JSON.stringify(value));
  };
}
