// Fixes for the form of a lambda: its function, its console, its comments.

import { type Fix, nodeAt, quotedAfter, repair, type Subject, sourceOf } from "./fix.js";

/** A method that FusionAuth does not document becomes one that it does. */
export const renameMethod: Fix = ({ text, at, finding }) => {
  const method = quotedAfter(finding, "write");
  const [found] = /^console\s*\.\s*\w+/.exec(text.slice(at, at + 200)) ?? [];
  if (!method || !found) return undefined;
  return repair(`Write ${method}`, at, at + found.length, method);
};

/** An object is printed as JSON. */
export const printAsJson: Fix = ({ text, at, top }) => {
  let node = top.resolveInner(at, 1);
  while (node.parent && node.parent.name !== "ArgList") node = node.parent;
  if (node.parent?.name !== "ArgList" || node.from !== at) return undefined;
  const insert = `JSON.stringify(${text.slice(node.from, node.to)}, null, 2)`;
  return repair("Print it as JSON", node.from, node.to, insert);
};

/** Several arguments of the console become one text. */
export const joinArguments: Fix = (subject) => {
  const call = nodeAt(subject.top, subject.at, ["CallExpression"]);
  const list = call?.getChild("ArgList");
  if (!list || call?.from !== subject.at || !list.getChild(",") || list.getChild("Spread")) {
    return undefined;
  }
  const inside = subject.text.slice(list.from + 1, list.to - 1).trim();
  return repair("Join them to one text", list.from, list.to, `([${inside}].join(" "))`);
};

/** A name that is declared nowhere becomes the one that was meant. */
export const renameVariable: Fix = ({ text, at, finding, top }) => {
  const near = quotedAfter(finding, "did you mean");
  const node = nodeAt(top, at, ["VariableName"]);
  if (!near || node?.from !== at || text.slice(node.from, node.to) !== finding.found)
    return undefined;
  return repair(`Write ${near}`, node.from, node.to, near);
};

/** The engine's own `print` becomes the console. */
export const printToConsole: Fix = ({ text, at, finding }) => {
  const [name] = /^print(?:Err)?(?=\s*\()/.exec(text.slice(at, at + 20)) ?? [];
  if (!name || !finding.help.includes("console.info")) return undefined;
  const method = name === "printErr" ? "console.error" : "console.info";
  return repair(`Write ${method}`, at, at + name.length, method);
};

/** `export function reconcile` is found without its `export`. */
export const dropExport: Fix = ({ text, at }) => {
  const [words] =
    /^export\s+(?:default\s+)?(?=(?:async\s+)?function\b|const\b|let\b|var\b)/.exec(
      text.slice(at, at + 200),
    ) ?? [];
  return words ? repair("Take export out", at, at + words.length, "") : undefined;
};

/** A generator becomes a function. */
export const dropStar: Fix = ({ text, at, finding }) => {
  const [start] = /^function\s*\*/.exec(text.slice(at, at + 50)) ?? [];
  if (!start || !finding.help.includes("`*`") || /\byield\b/.test(text)) return undefined;
  return repair("Take the * out", at, at + start.length, "function");
};

/** The parameters in the order in which FusionAuth passes them. */
export const orderParameters: Fix = (subject) => {
  const given = /\(([^)]*)\)/.exec(subject.finding.expected ?? "")?.[1]?.split(/\s*,\s*/);
  const list = nodeAt(subject.top, subject.at, ["ParamList"]);
  if (!given || !list) return undefined;
  const own = list.getChildren("VariableDefinition").map((node) => sourceOf(subject, node));
  if (own.length !== sourceOf(subject, list).split(",").length) return undefined;
  const ordered = ordering(own, given);
  return (
    ordered && repair("Put the parameters in order", list.from, list.to, `(${ordered.join(", ")})`)
  );
};

/** The author's names at the places that they stand for; those that say nothing take what is free, in order. */
function ordering(own: readonly string[], given: readonly string[]): string[] | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll("_", "");
  const places = new Map(
    own.map((name) => [name, given.findIndex((one) => plain(one) === plain(name))]),
  );
  const result: string[] = [];
  for (const [name, place] of places) if (place >= 0) result[place] = name;
  for (const [name, place] of places) {
    if (place >= 0) continue;
    const free = given.findIndex((_, index) => result[index] === undefined);
    if (free < 0) return undefined;
    result[free] = name;
  }
  return Array.from(result, (name, index) => name ?? given[index] ?? "");
}

/** The function that FusionAuth calls. */
export const addReconcile: Fix = ({ text, finding, top }) => {
  const signature = quotedAfter(finding, "write")?.replace(/\s*\{.*$/, "");
  if (!signature || top.getChild("FunctionDeclaration")) return undefined;
  const rest = text.trim() === "" ? "" : `\n\n${text}`;
  return repair("Add the function reconcile", 0, text.length, `${signature} {\n}${rest}`);
};

/** `// …` becomes a comment that may stand in one line with code. */
export const blockComment: Fix = ({ text, at }) => {
  const end = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
  const words = text
    .slice(at + 2, end)
    .trim()
    .replaceAll("*/", "* /");
  if (!text.startsWith("//", at)) return undefined;
  return repair("Write it as /* … */", at, end, `/* ${words} */`);
};

/** The semicolon that a kickstart file needs. */
export const addSemicolon: Fix = ({ at }) => repair("Write ;", at, at, ";");

/** The rule that a comment silences, spelt as it is called. */
export const renameRule: Fix = ({ text, at, finding }) => {
  const near = quotedAfter(finding, "did you mean");
  const [rule] = /^[^\s,*]+/.exec(text.slice(at, at + 100)) ?? [];
  return near && rule ? repair(`Write ${near}`, at, at + rule.length, near) : undefined;
};

/** A comment that silences nothing goes; where it names more rules, only this one. */
export const dropSuppression: Fix = (subject) => {
  const { text, at } = subject;
  const comment = nodeAt(subject.top, at, ["LineComment", "BlockComment"]);
  if (!comment) return undefined;
  const names =
    text
      .slice(comment.from, comment.to)
      .split("--")[0]
      ?.match(/[a-z]+(?:-[a-z]+)+/g) ?? [];
  const title = "Take the comment out";
  if (names.length <= 2) return repair(title, ...wholeLine(text, comment), "");
  const [rule = ""] = /^[^\s,*]+[\s,]*/.exec(text.slice(at, comment.to)) ?? [];
  return repair("Take this rule out of the comment", at, at + rule.length, "");
};

/** The comment, and its line where nothing else is in it. */
function wholeLine(text: string, { from, to }: Subject["top"]): [number, number] {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const [rest = ""] = /^[ \t]*\n?/.exec(text.slice(to)) ?? [];
  if (text.slice(start, from).trim() !== "") return [from, to];
  return [start, to + rest.length];
}
