// Reads the lines of a debug log: which logins it shows, what it says of each, and what could not be read.

import { type JsonBlock, type ReadBlock, readBlock } from "./json-block.js";
import { type LogLine, logLines } from "./log-lines.js";
import { announced, type Header, headerOf, type Kind, WITH_JSON, wordingOf } from "./wording.js";

/** Something that the log says. */
export interface Entry {
  readonly kind: Kind;
  readonly line: number;
  /** The line without its time. */
  readonly text: string;
  /** What stands in its brackets; empty where it has none. */
  readonly value: string;
  /** The JSON below it. */
  readonly json: JsonBlock | undefined;
  /** Whether the wording is not known, and the line was understood by the words in it. */
  readonly isGuess: boolean;
}

/** A line that is not understood, or only in part. */
export interface Unread {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/** What the log says of one login. */
export interface LoggedLogin {
  header: (Header & { readonly line: number; readonly text: string }) | undefined;
  readonly entries: Entry[];
  /** When it happened, where the log says so with a zone. */
  time: string | undefined;
}

/** A log that was read. */
export interface ReadLog {
  readonly logins: readonly LoggedLogin[];
  readonly unread: readonly Unread[];
  readonly lines: readonly LogLine[];
}

/** Kinds that come once in a login: another one begins the next login, where headers are missing. */
const ONCE: ReadonlySet<Kind> = new Set<Kind>([
  "token-call",
  "userinfo-call",
  "userinfo",
  "strategy",
  "unique-id",
  "returned",
]);

/** Reads a log as somebody pasted it. Nothing of it is too strange: what is not understood is listed. */
export function readLog(text: string): ReadLog {
  const lines = logLines(text);
  const reader = new Reader(lines);
  for (let index = 0; index < lines.length; ) index = reader.read(index);
  return { logins: inOrder(reader.logins), unread: reader.unread, lines };
}

/** The log's page shows the newest entry first, so the times decide where all are known. */
function inOrder(logins: readonly LoggedLogin[]): LoggedLogin[] {
  const shown = logins.filter(({ header, entries }) => header || entries.length > 0);
  const times = shown.map(({ time }) => Date.parse(time ?? ""));
  if (times.some(Number.isNaN)) return shown;
  const order = [...shown.keys()].sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  return order.flatMap((index) => shown[index] ?? []);
}

class Reader {
  readonly logins: LoggedLogin[] = [];
  readonly unread: Unread[] = [];
  readonly #lines: readonly LogLine[];

  constructor(lines: readonly LogLine[]) {
    this.#lines = lines;
  }

  /** Reads what begins with the line at `index`. The answer is the index of what follows it. */
  read(index: number): number {
    const line = this.#lines[index];
    if (!line || line.text === "") return index + 1;
    const header = headerOf(line.text);
    if (header) return this.#header(header, line, index);
    const { said, json } = this.#split(line.text, index);
    if (!said) return this.#unknown(line, index);
    return this.#entry(line, { ...said, json, index });
  }

  #header(header: Header, line: LogLine, index: number): number {
    const { number, text, time } = line;
    this.logins.push({ header: { ...header, line: number, text }, entries: [], time });
    if (header.rest !== "") this.#leave(line, "the rest of the header is not known");
    return index + 1;
  }

  /** What a line says, and the JSON that begins in it. */
  #split(text: string, index: number) {
    const brace = text.indexOf("{");
    const before = brace < 0 ? text : text.slice(0, brace).trimEnd();
    const json = brace < 0 ? "" : text.slice(brace);
    const whole = wordingOf(text);
    if (whole) return { said: { ...whole, text, isGuess: false }, json: "" };
    const known = json === "" ? undefined : wordingOf(before);
    if (known) return { said: { ...known, text: before, isGuess: false }, json };
    const follows = json !== "" || this.#lines[index + 1]?.text.startsWith("{");
    const kind = follows && before.endsWith(":") ? announced(before) : undefined;
    return { said: kind && { kind, value: "", text: before, isGuess: true }, json };
  }

  #entry(
    line: LogLine,
    said: {
      kind: Kind;
      value: string;
      text: string;
      isGuess: boolean;
      json: string;
      index: number;
    },
  ): number {
    const { kind, value, text, isGuess } = said;
    let after = said.index + 1;
    let json: JsonBlock | undefined;
    if (WITH_JSON.has(kind)) {
      if (kind === "lambda-result") after = this.#pastNames(after);
      const read = this.#block(said.json, after);
      json = read?.block;
      after = read?.after ?? after;
      this.#judge(json, line, read !== undefined);
    }
    const login = this.#loginOf(kind, line);
    login.time ??= line.time;
    login.entries.push({ kind, line: line.number, text, value, json, isGuess });
    return after;
  }

  /** The login that a line of this kind belongs to. */
  #loginOf(kind: Kind, line: LogLine): LoggedLogin {
    const current = this.logins.at(-1);
    const isTwice = ONCE.has(kind) && current?.entries.some((entry) => entry.kind === kind);
    if (current && !isTwice && !isLater(current.time, line.time)) return current;
    const next: LoggedLogin = { header: undefined, entries: [], time: line.time };
    this.logins.push(next);
    return next;
  }

  /** Skips the id and the name that a lambda's result begins with. */
  #pastNames(index: number): number {
    let after = index;
    while (/^(?:Id|Name): /.test(this.#lines[after]?.text ?? "")) after += 1;
    return after;
  }

  #judge(json: JsonBlock | undefined, line: LogLine, begins: boolean): void {
    if (json?.isCut) {
      const count = Object.keys(json.members).length;
      const members = count === 1 ? "one member was read" : `${count} members were read`;
      this.#leave(line, `the JSON below it is cut; ${members}`);
    } else if (json?.isWrapped) {
      this.#leave(line, "a text in the JSON below it is broken over lines and was joined");
    } else if (!json) {
      this.#leave(line, begins ? "the JSON below it cannot be read" : "no JSON follows it");
    }
  }

  /** A line that says nothing known, with the JSON that it may have. */
  #unknown(line: LogLine, index: number): number {
    this.#leave(line, "its wording is not known");
    const brace = line.text.indexOf("{");
    const first = brace < 0 ? "" : line.text.slice(brace);
    return this.#block(first, index + 1)?.after ?? index + 1;
  }

  #block(first: string, index: number): ReadBlock | undefined {
    const read = readBlock(first, this.#lines, index, goesOn);
    const last = this.#lines[(read?.after ?? 0) - 1];
    if (read?.rest && last)
      this.#leave({ ...last, text: read.rest }, "it follows JSON in its line");
    return read;
  }

  #leave({ number, text }: LogLine, reason: string): void {
    this.unread.push({ line: number, text, reason });
  }
}

/** Whether a line was written too late to belong to the same login: endpoints have ten seconds to answer. */
function isLater(time: string | undefined, other: string | undefined): boolean {
  return Math.abs(Date.parse(other ?? "") - Date.parse(time ?? "")) > 60_000;
}

/** Whether a line may be a part of the JSON above it. */
function goesOn({ text, isStamped }: LogLine): boolean {
  return !isStamped && headerOf(text) === undefined && wordingOf(text) === undefined;
}
