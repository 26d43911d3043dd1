// Every finding in a lambda that the author knows better about can be silenced where it is.

import { type Fix, nodeAt, repair } from "./fix.js";

/** Codes of findings that no comment silences: they are about comments, or the text cannot be read. */
const NEVER =
  /-suppression$|^lambda-(?:too-|does-not-)|^more-findings$|^reconcile-failed$|^lambda-stopped$/;

/** A comment above the finding's line that silences its rule there. */
export const silence: Fix = ({ text, at, finding, top }) => {
  const { code, severity, line } = finding;
  if (severity === "error" || NEVER.test(code) || line == null) return undefined;
  // Inside a text of several lines a comment would be a part of it.
  if (nodeAt(top, at, ["TemplateString", "BlockComment"])) return undefined;
  const start = text.lastIndexOf("\n", at - 1) + 1;
  if (nodeAt(top, start, ["TemplateString", "BlockComment"])) return undefined;
  const [blanks = ""] = /^[ \t]*/.exec(text.slice(start)) ?? [];
  const insert = `${blanks}/* reconcile-kit-ignore ${code} */\n`;
  return repair(`Silence ${code} here`, start, start, insert);
};
