// What can be said about a place of a text: the same for the pointer and for the caret.

import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import { pointerOf } from "../draft/pointer.js";
import type { Language } from "./CodeEditor.js";
import { canonicalClaims, loginClaims, sample, valueIn } from "./claims.js";
import { lambdaFacts } from "./facts.js";
import { claims, fieldNamed } from "./json/dynamic.js";
import { type Path, type Place, placeAt, type Span, unquoted } from "./json/place.js";
import { type Member, memberAt, namesIn } from "./lambda/names.js";
import { GLOBALS, MEMBERS, placeWords, writableWords } from "./lambda/words.js";
import { guide, loginIndex, schemaOf } from "./pieces.js";

/** An explanation of what stands at `span`. */
export interface Explanation {
  readonly span: Span;
  /** What is explained, as it is written. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** What there is to say about `at`. */
export function explain(
  state: EditorState,
  at: number,
  language: Language,
  piece: string,
): Explanation | undefined {
  return language === "javascript" ? explainCode(state, at) : explainJson(state, at, piece);
}

function explainCode(state: EditorState, at: number): Explanation | undefined {
  const facts = lambdaFacts.peek();
  if (!facts) return undefined;
  const member = memberAt(state, at, namesIn(state, facts));
  if (!member) return undefined;
  const lines = memberLines(member);
  const title = state.sliceDoc(member.from, member.to).slice(0, 200);
  return lines.length === 0 ? undefined : { span: member, title, lines };
}

function memberLines({ root, keys }: Member): string[] {
  const [key = ""] = keys;
  const field = fieldNamed(`${root.slice(1)}.${key}`);
  if (field) return [`Holds ${field.holds}.`, writableWords(field)];
  if (root === "/userinfo" || root === "/idToken") {
    return keys.length === 0 ? [placeWords(root)] : claimLines(root, keys);
  }
  if (root.startsWith("/") && keys.length === 0) return [placeWords(root)];
  const words = MEMBERS[[root, ...keys.slice(0, -1)].join("/")];
  const word = (keys.length === 0 ? GLOBALS : words)?.find(
    ({ name }) => name === (keys.at(-1) ?? root),
  );
  return word ? [word.words] : [];
}

function claimLines(root: "/userinfo" | "/idToken", keys: readonly string[]): string[] {
  const { userinfo, idToken } = loginClaims.peek();
  const value = valueIn(root === "/userinfo" ? userinfo : idToken, keys);
  const where = root === "/userinfo" ? "userinfo" : "the ID token";
  const isAlways = lambdaFacts.peek()?.present.includes([root, ...keys].join("/"));
  if (value === undefined) return [`A claim of ${where}. This login does not have it.`];
  return [
    `In this login: ${sample(value)}`,
    isAlways
      ? `A claim of ${where}, which is always there.`
      : `A claim of ${where}. Another person's login may lack it.`,
  ];
}

function explainJson(state: EditorState, at: number, piece: string): Explanation | undefined {
  const name = syntaxTree(state).resolveInner(at, -1).name;
  const side = /^(?:PropertyName|String|Number|True|False|Null)$/.test(name) ? at : at + 1;
  const place = side <= state.doc.length ? placeAt(state, side) : undefined;
  if (!place || place.span.from === place.span.to) return undefined;
  const text = unquoted(state.sliceDoc(place.span.from, place.span.to));
  const lines =
    place.role === "key" ? keyLines(piece, place, text) : valueLines(piece, place, text);
  const told = lines.filter((line) => line !== "");
  if (told.length === 0) return undefined;
  return { span: place.span, title: text.slice(0, 200), lines: told };
}

function keyLines(piece: string, { path }: Place, key: string): string[] {
  if (loginIndex(piece) !== undefined && path.length > 0) return claimAt([...path, key]);
  const schema = schemaOf(piece);
  const forms = schema ? guide.formsAt(schema, path) : [];
  const words = guide.keys(forms).find(({ name }) => name === key);
  const field = fieldNamed(key);
  return [
    words?.description ?? "",
    ...(field ? [`Holds ${field.holds}.`, writableWords(field)] : []),
  ];
}

function valueLines(piece: string, { path }: Place, text: string): string[] {
  if (loginIndex(piece) !== undefined && path.length > 1) return claimAt(path);
  const schema = schemaOf(piece);
  const forms = schema ? guide.formsAt(schema, path) : [];
  const choice = guide
    .choices(forms)
    .find(({ value, description }) => String(value) === text && description !== "for example");
  if (choice && choice.description !== "") return [choice.description];
  if (forms.some(({ named }) => named === "PolicyClaim")) return sourceLines(text);
  const source = attributeSource(text);
  return source.length > 0
    ? source
    : [forms.find(({ description }) => description)?.description ?? ""];
}

/** A claim where it stands in the login's own text. */
function claimAt(path: Path): string[] {
  const [place, ...keys] = path;
  const names = keys.map(String);
  if ((place !== "userinfo" && place !== "idToken") || names.length === 0) return [];
  const canonical = canonicalClaims.peek()[names[0] ?? ""];
  const value = valueIn(loginClaims.peek()[place], names);
  const differs =
    names.length === 1 && canonical !== undefined && sample(canonical) !== sample(value);
  const where = place === "userinfo" ? "userinfo" : "the ID token";
  return [
    `The claim ${pointerOf(names).slice(1)} of ${where}.`,
    differs ? `A policy for Cognito reads it as ${sample(canonical)}.` : "",
  ];
}

/** What a policy reads under a claim's name. */
function sourceLines(text: string): string[] {
  const known = claims().find((claim) => claim.text === text);
  if (known) {
    const isHere = known.detail !== "not in this login";
    return [isHere ? `In this login: ${known.detail}` : "This login does not have it.", known.info];
  }
  const source = attributeSource(text);
  return source.length > 0 ? source : ["This login does not have it."];
}

/** `jwt.given_name` or `id_token.email`. */
function attributeSource(text: string): string[] {
  const [, root, name] = /^(jwt|id_token)\.(.+)$/.exec(text) ?? [];
  if (root === undefined || name === undefined) return [];
  return claimLines(root === "jwt" ? "/userinfo" : "/idToken", [name]);
}
