// Fixes for claims that are read without asking, or as something that they are not.

import type { SyntaxNode } from "../json/place.js";
import {
  expressionOf,
  type Fix,
  nodeAt,
  type Repair,
  repair,
  type Subject,
  sourceOf,
} from "./fix.js";

/** `jwt.address.locality` becomes `jwt.address?.locality`. */
export const guardRead: Fix = (subject) => {
  const { text, at, finding, top } = subject;
  const base = /in `if \((.+)\) \{/.exec(finding.help)?.[1];
  if (!base || !text.startsWith(base, at)) return undefined;
  const end = at + base.length;
  const [, sign] = /^\s*(\.|\[)/.exec(text.slice(end, end + 100)) ?? [];
  if (!sign) return undefined;
  const read = readAround(top, at, end);
  if (!read || isTarget(read)) return undefined;
  if (subject.hasOptionalChaining) {
    return repair("Read it only where it is there, with ?.", end, end, sign === "." ? "?" : "?.");
  }
  // A method of an empty object would be missing.
  if (read.parent?.name === "CallExpression" && read.parent.firstChild?.from === read.from) {
    return undefined;
  }
  const title = "Read it from an empty object where it is missing";
  return repair(title, at, end, `(${base} || {})`);
};

/** The member expression that reads a part of what ends at `end`. */
function readAround(top: SyntaxNode, at: number, end: number): SyntaxNode | undefined {
  let node: SyntaxNode | null = top.resolveInner(at, 1);
  while (node && (node.name !== "MemberExpression" || node.to <= end)) node = node.parent;
  return node?.from === at ? node : undefined;
}

/** Whether something is written there, or called in a way that `?.` does not allow. */
function isTarget(read: SyntaxNode): boolean {
  let node = read;
  while (node.parent && /^(?:Member|Call)Expression$/.test(node.parent.name)) {
    if (node.parent.firstChild?.from !== node.from) return false;
    node = node.parent;
  }
  const outer = node.parent;
  if (!outer) return true;
  if (/^(?:Tagged|New|Postfix|Update)/.test(outer.name)) return true;
  if (outer.name === "UnaryExpression") return /^(?:\+\+|--)$/.test(outer.firstChild?.name ?? "");
  return /Assignment/.test(outer.name) && outer.firstChild?.from === node.from;
}

/** `if (jwt.email_verified)` becomes `if (String(jwt.email_verified) === "true")`. */
export const compareText: Fix = (subject) => {
  const node = expressionOf(subject);
  const outer = node?.parent;
  if (!node || !outer) return undefined;
  const text = `String(${sourceOf(subject, node)})`;
  const title = "Compare it with the text";
  if (outer.name === "UnaryExpression" && sourceOf(subject, outer).startsWith("!")) {
    return repair(title, outer.from, outer.to, inBrackets(`${text} !== "true"`, outer, subject));
  }
  const sides = outer.name === "BinaryExpression" ? comparison(outer, subject) : undefined;
  if (!sides)
    return repair(title, node.from, node.to, inBrackets(`${text} === "true"`, node, subject));
  const { operator, other } = sides;
  const sign = operator.startsWith("!") ? "!==" : "===";
  const value = sourceOf(subject, other);
  return repair(
    title,
    outer.from,
    outer.to,
    inBrackets(`${text} ${sign} "${value}"`, outer, subject),
  );
};

function comparison(node: SyntaxNode, subject: Subject) {
  const [left, operator, right] = [node.firstChild, node.getChild("CompareOp"), node.lastChild];
  const other = [left, right].find((side) => side?.name === "BooleanLiteral");
  return operator && other ? { operator: sourceOf(subject, operator), other } : undefined;
}

/** A comparison in brackets, where what is around it would bind more tightly. */
function inBrackets(code: string, { parent }: SyntaxNode, subject: Subject): string {
  const isTight =
    parent?.name === "UnaryExpression" ||
    (parent?.name === "BinaryExpression" && !/&&|\|\||\?\?/.test(operatorOf(parent, subject)));
  return isTight ? `(${code})` : code;
}

function operatorOf(node: SyntaxNode, subject: Subject): string {
  const [left, right] = [node.firstChild, node.lastChild];
  return left && right ? subject.text.slice(left.to, right.from) : "";
}

/** What Cognito sends as a text becomes the list, or is compared in small letters. */
export const takeTextApart: Fix = (subject) => {
  const node = expressionOf(subject);
  if (!node) return undefined;
  const code = sourceOf(subject, node);
  if (subject.finding.severity === "info") return compareSmall(node, code, subject);
  if (/identities["'`\]]*$/.test(code)) {
    return repair("Read the JSON in it", node.from, node.to, `JSON.parse(${code} || "[]")`);
  }
  const list = `String(${code} || "").replace(/^\\[|\\]$/g, "").split(", ").filter(Boolean)`;
  return repair("Take the text apart", node.from, node.to, list);
};

function compareSmall(node: SyntaxNode, code: string, { top, text }: Subject): Repair | undefined {
  const whole = nodeAt(top, node.from, ["BinaryExpression"]);
  const literal = whole?.lastChild;
  if (literal?.name !== "String") return undefined;
  return {
    title: "Compare in small letters",
    changes: [
      { from: node.from, to: node.to, insert: `String(${code}).toLowerCase()` },
      {
        from: literal.from,
        to: literal.to,
        insert: text.slice(literal.from, literal.to).toLowerCase(),
      },
    ],
  };
}

/** `jwt["cognito:username"]` becomes `jwt.username`, as userinfo calls it. */
export const renameClaim: Fix = (subject) => {
  const node = expressionOf(subject);
  const object = node?.firstChild;
  if (node?.name !== "MemberExpression" || !object) return undefined;
  if (subject.finding.help !== "userinfo calls it `username`") return undefined;
  return repair("Read username, as userinfo calls it", object.to, node.to, ".username");
};
