// Fixes for what a lambda writes.

import type { SyntaxNode } from "../json/place.js";
import { type Fix, nodeAt, quotedAfter, repair, type Subject, sourceOf } from "./fix.js";

/** A misspelt field becomes the one that was meant; a field of one's own goes to `data`. */
export const renameField: Fix = (subject) => {
  const { text, at, finding } = subject;
  const near = quotedAfter(finding, "did you mean");
  const own = quotedAfter(finding, "as in");
  const name = (near ?? own)?.split(".").slice(1).join(".");
  const [whole, object = ""] = /^([\w$]+)\s*\.\s*[\w$]+/.exec(text.slice(at, at + 500)) ?? [];
  if (!whole || !name) return undefined;
  const meant = `${object}.${name}`;
  return repair(`Write ${meant}`, at, at + whole.length, meant);
};

/** `user.firstName = jwt.given_name` keeps what the field holds. */
export const fillOnly: Fix = (subject) => {
  const assignment = assignmentAt(subject);
  const [left, right] = [assignment?.firstChild, assignment?.lastChild];
  if (!left || !right) return undefined;
  const field = sourceOf(subject, left);
  const isSimple = /^(?:VariableName|MemberExpression|CallExpression|String|Number)$/.test(
    right.name,
  );
  const value = sourceOf(subject, right);
  const insert = `${field} || ${isSimple ? value : `(${value})`}`;
  return repair(`Fill ${field} only while it is empty`, right.from, right.to, insert);
};

/** A claim is copied only where it is there. */
export const writeIfThere: Fix = (subject) => {
  const claim = /`if \((.+)\) \{/.exec(subject.finding.help)?.[1];
  const statement = assignmentAt(subject)?.parent;
  if (!claim || claim.endsWith("…") || statement?.name !== "ExpressionStatement") return undefined;
  const blanks = indentation(subject.text, statement.from);
  const code = sourceOf(subject, statement).replace(/;?$/, ";");
  const insert = `if (${claim}) {\n${blanks}  ${code.replaceAll("\n", "\n  ")}\n${blanks}}`;
  return repair(`Write it only where ${claim} is there`, statement.from, statement.to, insert);
};

/** What FusionAuth ignores is left out. */
export const leaveOut: Fix = (subject) => {
  const assignment = assignmentAt(subject);
  const statement = assignment?.parent;
  const value = assignment?.lastChild;
  if (!value || statement?.name !== "ExpressionStatement" || mayDoSomething(value))
    return undefined;
  if (!/^(?:Block|Script)$/.test(statement.parent?.name ?? "")) return undefined;
  const { text } = subject;
  const start = statement.from - indentation(text, statement.from).length;
  const [rest = ""] = /^[ \t]*\n?/.exec(text.slice(statement.to)) ?? [];
  const isAlone = rest.endsWith("\n") && (start === 0 || text[start - 1] === "\n");
  const [from, to] = isAlone ? [start, statement.to + rest.length] : [statement.from, statement.to];
  return repair("Leave the assignment out", from, to, "");
};

/** `return user;` says nothing. */
export const returnNothing: Fix = (subject) => {
  const statement = nodeAt(subject.top, subject.at, ["ReturnStatement"]);
  const value = statement?.firstChild?.nextSibling;
  if (!statement || value?.name !== "VariableName") return undefined;
  return repair("Return nothing", statement.from, statement.to, "return;");
};

function assignmentAt({ top, at }: Subject): SyntaxNode | undefined {
  const node = nodeAt(top, at, ["AssignmentExpression"]);
  return node?.from === at ? node : undefined;
}

function mayDoSomething(node: SyntaxNode): boolean {
  if (/Call|New|Assignment|Update|Postfix|Await|Yield|Template/.test(node.name)) return true;
  for (let inner = node.firstChild; inner; inner = inner.nextSibling) {
    if (mayDoSomething(inner)) return true;
  }
  return false;
}

/** The blanks between the start of the line and `at`. */
function indentation(text: string, at: number): string {
  return /[ \t]*$/.exec(text.slice(text.lastIndexOf("\n", at - 1) + 1, at))?.[0] ?? "";
}
