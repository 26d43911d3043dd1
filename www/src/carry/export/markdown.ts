// Words of others in Markdown: they may hold anything, and must not become headings, links or tables of their own.

/** A text in a sentence. */
export function words(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\`*_{}[\]<>#|~&@:$]/g, "\\$&")
    .replaceAll(/www\./gi, (start) => `${start.slice(0, -1)}\\.`);
}

/** A sentence of the core's, in which values stand between backticks. Whatever is cut wrong is escaped all the same. */
export function sentence(text: string): string {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return words(text);
  return parts.map((part, index) => (index % 2 === 0 ? words(part) : cell(part))).join("");
}

/** A value as code. */
export function code(text: string): string {
  const line = oneLine(text);
  if (line === "") return "`(empty)`";
  const fence = "`".repeat(longest(line) + 1);
  const blank = line.startsWith("`") || line.endsWith("`") || line.trim() === "" ? " " : "";
  return fence + blank + line + blank + fence;
}

/** A value as code in a table, where a bar would end the cell, in code too. */
export function cell(text: string): string {
  return code(text).replaceAll("|", "\\|");
}

/** Several lines as they are. */
export function block(text: string): string {
  const fence = "`".repeat(Math.max(3, longest(text) + 1));
  return `${fence}text\n${text.replaceAll(/\r\n?/g, "\n")}\n${fence}`;
}

/** A table; the cells are Markdown already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

function longest(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Line ends and other signs that are not seen would end a paragraph or a cell. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  return text.replaceAll(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
}
