// From the draft to the scenario's text, and where each piece of it stands there.

import { type Draft, SECTIONS, type Section } from "./draft.js";

/** A piece of the draft that has an editor. */
export type Piece = Section | `login ${number}` | "lambda" | "policy" | "settings";

/** Where a piece stands in the scenario's text. */
export interface Stretch {
  readonly piece: Piece;
  /** The pointer of what it holds. */
  readonly pointer: string;
  /** Its first and last line in the scenario's text, from 1; its columns are those of the text. */
  readonly first: number;
  readonly last: number;
}

/** A scenario's text. */
export interface Composed {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** Writes each piece on lines of its own, unchanged, so that the core's lines lead back to it. */
class Writer {
  readonly #lines: string[] = [];
  readonly #stretches: Stretch[] = [];
  #separator = "{";

  /** A key whose value is written on the same line. */
  value(key: string, value: string): void {
    this.#lines.push(`${this.#separator}${JSON.stringify(key)}:${value}`);
    this.#separator = ",";
  }

  /** A piece's text on the lines that follow. */
  piece(piece: Piece, pointer: string, text: string): void {
    const first = this.#lines.length + 1;
    this.#lines.push(...text.split("\n"));
    this.#stretches.push({ piece, pointer, first, last: this.#lines.length });
  }

  /** Something between pieces. */
  plain(text: string): void {
    this.#lines.push(text);
  }

  end(): Composed {
    if (this.#separator === "{") this.#lines.push("{");
    this.#lines.push("}", "");
    return { text: this.#lines.join("\n"), stretches: this.#stretches };
  }
}

/** The scenario that `draft` describes. */
export function compose(draft: Draft): Composed {
  const writer = new Writer();
  for (const key of ["name", "fusionauth", "now"] as const) {
    if (draft[key] !== "") writer.value(key, JSON.stringify(draft[key]));
  }
  for (const section of SECTIONS) {
    const text = draft.sections[section];
    if (text.trim() === "") continue;
    writer.value(section, "");
    writer.piece(section, `/${section}`, text);
  }
  policy(writer, draft);
  lambda(writer, draft);
  logins(writer, draft);
  for (const [key, text] of Object.entries(draft.other)) writer.value(key, text);
  return writer.end();
}

function policy(writer: Writer, { policy: { used, text, file } }: Draft): void {
  if (!used) return;
  if (file === "") {
    writer.value("policy", "");
    writer.piece("policy", "/policy", text.trim() === "" ? "{}" : text);
    return;
  }
  writer.value("policy", `{"file":${JSON.stringify(file)},"document":`);
  writer.piece("policy", "/policy/document", text.trim() === "" ? "{}" : text);
  writer.plain("}");
}

function lambda(writer: Writer, { lambda: { used, body, debug, file } }: Draft): void {
  if (!used) return;
  const source = { ...(file === "" ? {} : { file }), body, ...(debug ? { debug } : {}) };
  writer.value("lambda", JSON.stringify(source));
}

function logins(writer: Writer, draft: Draft): void {
  if (!draft.several && draft.logins.length === 1) {
    writer.value("login", "");
    writer.piece("login 0", "/login", draft.logins[0]);
    return;
  }
  writer.value("logins", "[");
  draft.logins.forEach((text, index) => {
    if (index > 0) writer.plain(",");
    writer.piece(`login ${index}`, `/logins/${index}`, text);
  });
  writer.plain("]");
}
