// A scenario may name the files of its lambda and of its policy. The core reads no files, so what they hold is put
// beside the names.

import { memberAt, type Span } from "./json-text.js";

/** What a scenario keeps in a file of its own. */
export type NamedPart = "lambda" | "policy";

/** Where a scenario names a file. */
export interface NamedFile {
  readonly part: NamedPart;
  /** The file, relative to the scenario. */
  readonly file: string;
  /** The member `"file": …` in the scenario's text. */
  readonly span: Span;
}

/** The member beside `file` that holds what is in it. */
const CONTENT: Readonly<Record<NamedPart, string>> = { lambda: "body", policy: "document" };

/** The file that is to be read for `part` of the scenario `text`, if it names one and does not hold its content. */
export function namedFileOf(text: string, part: NamedPart): NamedFile | undefined {
  if (!text.includes(`"${part}"`)) return undefined;
  const file = named(text, part);
  const span = file === undefined ? undefined : memberAt(text, [part, "file"]);
  return file !== undefined && span ? { part, file, span } : undefined;
}

function named(text: string, part: NamedPart): string | undefined {
  try {
    const source = (JSON.parse(text) as Partial<Record<NamedPart, unknown>>)[part];
    if (typeof source !== "object" || source === null) return undefined;
    const { file, [CONTENT[part]]: content } = source as Record<string, unknown>;
    return typeof file === "string" && content === undefined ? file : undefined;
  } catch {
    // The core says what is wrong with the document.
    return undefined;
  }
}

/** What goes into a text at `offset`; it has no line end. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** The content of a file as the member that follows its name: `content` is JSON. */
export function besideName({ part, span }: NamedFile, content: string): Insertion {
  // Line ends stand only between the tokens of a JSON text.
  const line = content.replaceAll(/[\r\n]+/g, " ");
  return { offset: span.end, text: `, "${CONTENT[part]}": ${line}` };
}
