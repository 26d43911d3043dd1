// A value in a line.

/** Longer texts are cut: a cell is no place to read them. */
const LONGEST = 200;

/** JSON as people read it in a table; a text needs no quotes, except where it could be taken for something else. */
export function inline(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  const isPlain = typeof value === "string" && /^[^\s"[{\d-][^"]*$/.test(value);
  const isWord = ["true", "false", "null", "nothing"].includes(String(value));
  const text = isPlain && !isWord ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
