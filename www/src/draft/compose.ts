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
  /** What findings call the files of lambda and policy; empty where they came from none. */
  readonly files?: { readonly lambda: string; readonly policy: string };
}

/** Writes each piece on lines of its own, unchanged, so that the core's lines lead back to it. */
class Writer {
  readonly #lines: string[] = [];
  readonly #stretches: Stretch[] = [];
  #separator = "{";

  /** A key, and a value that begins on the same line. */
  value(key: string, value: string): void {
    this.plain(`${this.#separator}${JSON.stringify(key)}:${value}`);
    this.#separator = ",";
  }

  /** A piece's text on the lines that follow. */
  piece(piece: Piece, pointer: string, text: string): void {
    const first = this.#lines.length + 1;
    this.plain(text);
    this.#stretches.push({ piece, pointer, first, last: this.#lines.length });
  }

  /** Something between pieces. */
  plain(text: string): void {
    for (const line of text.split("\n")) this.#lines.push(line);
  }

  end(files: { lambda: string; policy: string }): Composed {
    if (this.#separator === "{") this.#lines.push("{");
    this.#lines.push("}", "");
    return { text: this.#lines.join("\n"), stretches: this.#stretches, files };
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
  return writer.end({ lambda: draft.lambda.file, policy: draft.policy.file });
}

function policy(writer: Writer, { policy: { used, text, file, other = {} } }: Draft): void {
  if (!used) return;
  if (file === "") {
    writer.value("policy", "");
    writer.piece("policy", "/policy", text.trim() === "" ? "{}" : text);
    return;
  }
  const further = members({ file: JSON.stringify(file), ...other });
  if (text.trim() === "") {
    writer.value("policy", `{${further}}`);
    return;
  }
  writer.value("policy", `{${further},"document":`);
  writer.piece("policy", "/policy/document", text);
  writer.plain("}");
}

/** A text that is empty, of a lambda with a file, is one that was not read: the core says so. */
function lambda(writer: Writer, { lambda: { used, body, debug, file, other = {} } }: Draft): void {
  if (!used) return;
  const source = {
    ...(file === "" ? {} : { file: JSON.stringify(file) }),
    ...(body === "" && (file !== "" || "body" in other) ? {} : { body: JSON.stringify(body) }),
    ...(debug ? { debug: "true" } : {}),
    ...other,
  };
  writer.value("lambda", `{${members(source)}}`);
}

/** The members of an object: keys, and the JSON texts of their values. */
function members(texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts)
    .map(([key, text]) => `${JSON.stringify(key)}:${text}`)
    .join(",");
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
