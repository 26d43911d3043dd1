// The text of a lambda with something less in it.

import { parse } from "acorn";
import { full } from "acorn-walk";

/** Texts that are shorter, those that lack most first. What does not parse is not among them. */
export function smallerBodies(body) {
  let tree;
  try {
    tree = parse(body, { ecmaVersion: "latest", allowReturnOutsideFunction: true });
  } catch {
    return [];
  }
  const edits = [];
  full(tree, (node) => edits.push(...editsOf(node, body)));
  edits.sort((a, b) => b.end - b.start - b.text.length - (a.end - a.start - a.text.length));
  const tidy = { start: 0, end: body.length, text: body.replace(/\n\s*\n+/g, "\n") };
  const texts = [tidy, ...edits].map(({ start, end, text }) => {
    return body.slice(0, start) + text + body.slice(end);
  });
  return [...new Set(texts)].filter(
    (text) => text.length < body.length && text.includes("reconcile"),
  );
}

/** What a node may be replaced by. */
function editsOf(node, body) {
  const { start, end, type } = node;
  const replaced = (text) => ({ start, end, text });
  const source = ({ start: from, end: to }) => body.slice(from, to);
  const parts = Object.values(node)
    .flat()
    .filter((part) => part && typeof part === "object" && typeof part.type === "string");
  if (type === "Program" || type === "BlockStatement") {
    return node.body.map((statement) => ({ start: statement.start, end: statement.end, text: "" }));
  }
  if (type.endsWith("Statement")) {
    return parts
      .filter((part) => part.type.endsWith("Statement"))
      .map((part) => replaced(source(part)));
  }
  if (!type.endsWith("Expression") && type !== "TemplateLiteral") return [];
  const inner = parts.filter((part) => /Expression$|Literal$|^Identifier$/.test(part.type));
  const shorter = inner.map((part) => replaced(source(part)));
  return [...shorter, ...lists(node)];
}

/** A list or a call with one part less. */
function lists({ elements, properties, arguments: given }) {
  const list = elements ?? properties ?? given ?? [];
  return list.flatMap((part, index) => {
    const next = list[index + 1];
    const before = list[index - 1];
    if (!part) return [];
    if (next) return [{ start: part.start, end: next.start, text: "" }];
    return [{ start: before ? before.end : part.start, end: part.end, text: "" }];
  });
}
