// The code in documentation: pages, and the comments of the package's sources.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The blocks in the Markdown of `text`, with what stands behind their fences and the number of that line. */
export function blocksOf(text) {
  const blocks = [];
  let open;
  for (const [index, line] of text.split("\n").entries()) {
    if (!open && line.startsWith("```")) open = { kind: line.slice(3), line: index + 1, lines: [] };
    else if (open && line === "```") {
      blocks.push({ kind: open.kind, line: open.line, code: open.lines.join("\n") });
      open = undefined;
    } else open?.lines.push(line);
  }
  return blocks;
}

/** The blocks of one kind in a page, each with the place where it is. */
export function blocksIn(page, kind) {
  return blocksOf(readFileSync(`${root}${page}`, "utf8"))
    .filter((block) => block.kind === kind)
    .map((block) => ({ ...block, place: `${page}:${block.line}`, page }));
}

/** Pages that people read: the README and those of a folder. */
export function pagesIn(folder) {
  const files = readdirSync(`${root}${folder}`).filter((file) => file.endsWith(".md"));
  return files.sort().map((file) => `${folder}/${file}`);
}

/** The documentation comments of a source, each with the line that it is about. */
export function commentsOf(source) {
  const comments = source.matchAll(/^ *\/\*\*(.*?)\*\/\n([^\n]*)/gms);
  return [...comments].map(({ index, 1: comment, 2: about }) => ({
    text: comment.replaceAll(/^ *\* ?/gm, "").trimEnd(),
    about: about.trim(),
    line: source.slice(0, index).split("\n").length,
  }));
}

/** The blocks in the comments of a source of the package, each with its place. */
export function blocksInSource(file) {
  const source = readFileSync(`${root}${file}`, "utf8");
  return commentsOf(source).flatMap(({ text, about, line }) =>
    blocksOf(text).map((block) => ({ ...block, place: `${file}:${line + block.line}`, about })),
  );
}
