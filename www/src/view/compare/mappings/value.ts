// A value in a line.

/** Longer texts are cut: a cell is no place to read them. */
const LONGEST = 200;

/** JSON as people read it in a table; a text needs no quotes, except where it could be taken for something else. */
export function inline(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  const text = typeof value === "string" && isPlain(value) ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Whether a text can be taken for nothing but a text. */
function isPlain(text: string): boolean {
  if (text.trim() !== text || text === "" || /^["[{]/.test(text)) return false;
  return Number.isNaN(Number(text)) && !["true", "false", "null", "nothing"].includes(text);
}
