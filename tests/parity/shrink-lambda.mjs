// The text of a lambda with something less in it.

import { parse } from "acorn";
import { full } from "acorn-walk";

/**
 * Texts that are shorter, those that lack most first. `tried` holds what was taken out before, which is not
 * taken out again.
 */
export function* smallerBodies(body, tried = new Set()) {
  let tree;
  try {
    tree = parse(body, { ecmaVersion: "latest", allowReturnOutsideFunction: true });
  } catch {
    return;
  }
  const edits = [{ start: 0, end: body.length, text: body.replace(/\n\s*\n+/g, "\n") }];
  full(tree, (node) => edits.push(...editsOf(node, body)));
  const lengthOf = ({ start, end, text }) => end - start - text.length;
  for (const edit of edits.sort((a, b) => lengthOf(b) - lengthOf(a))) {
    const { start, end, text } = edit;
    const key = `${body.slice(start, end)}\n${text}`;
    const smaller = body.slice(0, start) + text + body.slice(end);
    if (tried.has(key) || lengthOf(edit) <= 0 || !smaller.includes("reconcile")) continue;
    tried.add(key);
    yield smaller;
  }
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
