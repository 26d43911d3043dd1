// The texts in a lambda: strings, templates, regular expressions and comments. What stands between them is code.

/** A part of a lambda that is text. */
export interface CodeText {
  readonly start: number;
  readonly end: number;
  readonly kind: "string" | "template" | "regex" | "comment";
}

/** After these a slash begins a regular expression, not a division. */
const BEFORE_REGEX = /(?:^|[({[,;=:?!&|+\-*%~^<>]|\b(?:return|typeof|case|in|of|do|else|void))\s*$/;

const PARTS = [
  { kind: "comment", start: /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y },
  { kind: "string", start: /"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?/y },
] as const;
const REGEX = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//y;

/** The texts of a lambda, in order. Code that is half typed gives what can be told. */
export function textsIn(code: string): readonly CodeText[] {
  const found: CodeText[] = [];
  /** How many braces are open in each `${…}` around the place. */
  const templates: number[] = [];
  let at = 0;
  while (at < code.length) {
    const part = partAt(code, at, found.at(-1));
    if (part) {
      found.push(part);
      at = part.end;
      continue;
    }
    const sign = code[at];
    at++;
    if (sign === "{" && templates.length > 0) templates[templates.length - 1] = open(templates) + 1;
    if (sign === "}" && templates.length > 0) {
      if (open(templates) > 0) templates[templates.length - 1] = open(templates) - 1;
      else {
        templates.pop();
        at = template(code, at, found, templates);
      }
    }
    if (sign === "`") at = template(code, at, found, templates);
  }
  return found;
}

function open(templates: readonly number[]): number {
  return templates.at(-1) ?? 0;
}

function partAt(code: string, at: number, last: CodeText | undefined): CodeText | undefined {
  for (const { kind, start } of PARTS) {
    start.lastIndex = at;
    const [text] = start.exec(code) ?? [];
    if (text) return { start: at, end: at + text.length, kind };
  }
  // A comment before a slash tells nothing about it.
  const from = last?.kind === "comment" ? last.end : 0;
  if (code[at] !== "/" || !BEFORE_REGEX.test(code.slice(Math.max(from, at - 40), at))) {
    return undefined;
  }
  REGEX.lastIndex = at;
  const [text] = REGEX.exec(code) ?? [];
  return text ? { start: at, end: at + text.length, kind: "regex" } : undefined;
}

/** The text of a template from `at` to its end or to the next `${`, and where the code goes on. */
function template(code: string, at: number, found: CodeText[], templates: number[]): number {
  const text = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;
  text.lastIndex = at;
  const [part = ""] = text.exec(code) ?? [];
  const end = at + part.length;
  if (part !== "") found.push({ start: at, end, kind: "template" });
  if (code.startsWith("${", end)) {
    templates.push(0);
    return end + 2;
  }
  return end + 1;
}
