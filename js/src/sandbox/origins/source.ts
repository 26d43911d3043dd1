// The author's text: where its assignments are, and what they name. It is looked at, not parsed, so what is
// not plain is left alone.

import type { Position } from "./position.js";

/** How far an assignment is looked for, and how long one is, in characters. */
const FAR = 1000;
const MOST_TRIES = 20;

/** What may follow the name of a property that is assigned: `= …`, `'] ||= …`, `++`. */
const OPERATOR = /\s*(?:(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=(?![=>])|\+\+|--)/.source;
const ASSIGNMENT = new RegExp(`["'\`]?\\]?${OPERATOR}`, "y");
/** An assignment to a property that is named in it. */
const NAMED = new RegExp(
  `(?:\\.\\s*([\\p{ID_Start}$_][\\p{ID_Continue}$]*)|\\[\\s*["']([^"'\\\\\\n]+)["']\\s*\\])${OPERATOR}`,
  "gu",
);
/** Ways to write a property without naming it beside the assignment. */
const UNNAMED = new RegExp(
  [
    // `user[field] = …`, `[user.firstName] = …`, `({ a: user.firstName } = …)`
    /(?:[^"'\]\s]\s*\]|\})\s*(?:[-+*/%&|^<>?]*=(?![=>])|\+\+|--)/,
    // `for (user.firstName of …)`
    /\bfor\s*\(\s*[\w$]+\s*[.[]/,
    /\b(?:assign|defineProperty|defineProperties|Reflect|eval|Function|with)\b/,
    /\.{3}/,
  ]
    .map(({ source }) => source)
    .join("|"),
);
const MEMBER = /[\p{ID_Continue}$.?[\]'"]/u;
const STATEMENT_END = /[;{}\n]/;
const NAME_END = /[\p{ID_Continue}$]/u;

/** An assignment in the text. */
export class Assignment {
  readonly position: Position;
  readonly #text: string;
  readonly #names = new Map<string, boolean>();

  /** @param text From its beginning to its end, as far as that can be told. */
  constructor(position: Position, text: string) {
    this.position = position;
    this.#text = text;
  }

  /** Whether it names the property `key`. */
  names(key: string): boolean {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const isNamed = this.#finds(key);
    this.#names.set(key, isNamed);
    return isNamed;
  }

  #finds(key: string): boolean {
    const member = this.#text.indexOf(`.${key}`);
    if (member >= 0 && !NAME_END.test(this.#text[member + key.length + 1] ?? "")) return true;
    return this.#text.includes(`'${key}'`) || this.#text.includes(`"${key}"`);
  }
}

type Locate = (frame: Position, key: string) => number | undefined;

/** A lambda's text. What was found out about it is kept for its next run. */
export class Source {
  readonly #text: string;
  readonly #assignments = new Map<string, Assignment>();
  readonly #locate: Locate | undefined;
  #placed: Map<string, number> | undefined;

  /** @param locate Finds the assignment of a property, by offset, that an engine met at a place. */
  constructor(text: string, locate?: Locate) {
    this.#text = text;
    this.#locate = locate;
  }

  /** The properties that are assigned in one place only, and where, unless the text has ways to hide another. */
  get placed(): ReadonlyMap<string, number> {
    this.#placed ??= UNNAMED.test(this.#text) ? new Map() : this.#onlyAssignments();
    return this.#placed;
  }

  /**
   * The assignment of `key` that an engine met at `frame`. It says where in the assignment it was, which is
   * the last claim that it read; a reader looks for the beginning.
   */
  assignmentOf(key: string, frame: Position | undefined): Assignment | undefined {
    const id = frame ? `${frame.line}:${frame.column} ${key}` : key;
    const known = this.#assignments.get(id);
    if (known) return known;
    const only = this.placed.get(key);
    const start = frame ? this.#met(frame, key) : only;
    if (start === undefined) return undefined;
    const assignment = new Assignment(this.#positionOf(start), this.#statementFrom(start));
    this.#assignments.set(id, assignment);
    return assignment;
  }

  /** Whether the author wrote this very value down: a text in quotes, or a number. */
  hasLiteral(value: string | number): boolean {
    if (typeof value === "number") return this.#text.includes(String(value));
    return ["'", '"', "`"].some((quote) => this.#text.includes(quote + value + quote));
  }

  #onlyAssignments(): Map<string, number> {
    const found = new Map<string, number>();
    const several = new Set<string>();
    for (const { 0: whole, 1: member, 2: quoted, index } of this.#text.matchAll(NAMED)) {
      const key = member ?? quoted ?? "";
      if (found.has(key)) several.add(key);
      found.set(key, this.#beginning(index + whole.indexOf(key)));
    }
    for (const key of several) found.delete(key);
    return found;
  }

  #met(frame: Position, key: string): number {
    return this.#locate?.(frame, key) ?? this.#startNear(this.#offsetOf(frame), key);
  }

  #startNear(offset: number, key: string): number {
    // What stands before the end of another statement belongs to that one.
    const least = Math.max(offset - FAR, this.#text.lastIndexOf(";", offset - 1));
    let found = offset + 3;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      found = this.#text.lastIndexOf(key, found - 1);
      if (found <= least) break;
      if (this.#isAssigned(found, key)) return this.#beginning(found);
    }
    // A call says where its arguments begin. Whatever else it is, it begins with its statement.
    const isCall = this.#text[offset] === "(" || this.#text[offset] === ".";
    return isCall ? this.#beginning(offset) : this.#statementAt(offset);
  }

  #statementAt(offset: number): number {
    let start = offset;
    while (start > 0 && start > offset - FAR && !STATEMENT_END.test(this.#text[start - 1] ?? "")) {
      start--;
    }
    while (start < offset && /\s/.test(this.#text[start] ?? "")) start++;
    return start;
  }

  #isAssigned(at: number, key: string): boolean {
    const before = this.#text[at - 1];
    const isQuoted = before === "'" || before === '"';
    if (before !== "." && !(isQuoted && this.#text[at - 2] === "[")) return false;
    ASSIGNMENT.lastIndex = at + key.length;
    return ASSIGNMENT.test(this.#text);
  }

  /** Where the chain of members begins that ends at `offset`: `user.data` in `user.data.login`. */
  #beginning(offset: number): number {
    let start = offset;
    while (start > 0 && MEMBER.test(this.#text[start - 1] ?? "")) start--;
    return start;
  }

  #statementFrom(start: number): string {
    const end = this.#text.indexOf(";", start);
    return this.#text.slice(start, end < 0 ? start + FAR : Math.min(end, start + FAR));
  }

  #offsetOf({ line, column }: Position): number {
    let offset = 0;
    for (let index = 1; index < line; index++) offset = this.#text.indexOf("\n", offset) + 1;
    // Columns count characters, of which some are two units of the text.
    for (let index = 1; index < column; index++) {
      offset += (this.#text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    }
    return offset;
  }

  #positionOf(offset: number): Position {
    const before = this.#text.slice(0, offset);
    const start = before.lastIndexOf("\n") + 1;
    return { line: before.split("\n").length, column: [...before.slice(start)].length + 1 };
  }
}
