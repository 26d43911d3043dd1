// What the names in a lambda stand for. Arguments come by position, so it matters where a parameter stands and not
// what its author called it.

import { syntaxTree } from "@codemirror/language";
import type { EditorState, Text } from "@codemirror/state";
import type { LambdaFacts } from "reconcile-kit";
import type { SyntaxNode } from "../json/place.js";

/** By the author's name for it, what a parameter holds: `/user`, `/userinfo`, `/idToken` and so on. */
export type Names = ReadonlyMap<string, string>;

/** Which names are parameters of `reconcile`. */
export function namesIn(state: EditorState, facts: LambdaFacts): Names {
  const parameters = parametersOf(entryIn(syntaxTree(state).topNode, state.doc), state.doc);
  return new Map(
    parameters.flatMap((name, index) => {
      const place = facts.parameters[index]?.place;
      return place === undefined || name === "" ? [] : [[name, place] as const];
    }),
  );
}

/** The function `reconcile`, however it is declared. */
function entryIn(top: SyntaxNode, doc: Text): SyntaxNode | undefined {
  for (let node = top.firstChild; node; node = node.nextSibling) {
    const inner = node.name === "ExportDeclaration" ? (node.lastChild ?? node) : node;
    if (inner.name !== "FunctionDeclaration" && inner.name !== "VariableDeclaration") continue;
    const name = inner.getChild("VariableDefinition");
    if (!name || doc.sliceString(name.from, name.to) !== "reconcile") continue;
    if (inner.name === "FunctionDeclaration") return inner;
    return inner.getChild("FunctionExpression") ?? inner.getChild("ArrowFunction") ?? undefined;
  }
  return undefined;
}

/** The parameters' names; empty for one that is taken apart at once. */
function parametersOf(entry: SyntaxNode | undefined, doc: Text): string[] {
  const names: string[] = [""];
  const list = entry?.getChild("ParamList");
  for (let node = list?.firstChild; node; node = node.nextSibling) {
    if (node.name === ",") names.push("");
    if (node.name === "VariableDefinition") {
      names[names.length - 1] = doc.sliceString(node.from, node.to);
    }
  }
  return names;
}

/** A parameter, or something inside one: `user.data.city`, `jwt["custom:x"]`. */
export interface Member {
  readonly root: string;
  /** What the root is called. */
  readonly name: string;
  readonly keys: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** What `node` reads, where that is a parameter or inside one; for other roots `root` is the name itself. */
export function memberOf(node: SyntaxNode, state: EditorState, names: Names): Member | undefined {
  const text = ({ from, to }: { from: number; to: number }) => state.sliceDoc(from, to);
  if (node.name === "VariableName") {
    const name = text(node);
    return { root: names.get(name) ?? name, name, keys: [], from: node.from, to: node.to };
  }
  if (node.name !== "MemberExpression") return undefined;
  const object = node.firstChild;
  const outer = object && memberOf(object, state, names);
  if (!outer) return undefined;
  const key = keyOf(node, text);
  return key === undefined
    ? undefined
    : { ...outer, keys: [...outer.keys, key], from: node.from, to: node.to };
}

function keyOf(
  node: SyntaxNode,
  text: (node: { from: number; to: number }) => string,
): string | undefined {
  const name = node.getChild("PropertyName");
  if (name) return text(name);
  const last = node.getChildren("String").at(-1) ?? node.getChildren("Number").at(-1);
  return last && text(last).replace(/^["']|["']$/g, "");
}

/** The member expression or parameter that `at` is on. */
export function memberAt(state: EditorState, at: number, names: Names): Member | undefined {
  const node = syntaxTree(state).resolveInner(at, 1);
  for (const one of [node, syntaxTree(state).resolveInner(at, -1)]) {
    const isPart = one.name === "PropertyName" || one.name === "String" || one.name === "Number";
    const whole = isPart ? one.parent : one;
    const member = whole && memberOf(whole, state, names);
    if (member) return member;
  }
  return undefined;
}

/** A name that can be written after a dot. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}
