// Pieces whose text is not JSON by itself. Put together they would confuse the whole document: a brace that is
// missing in one is looked for in the next. So the core is asked about each of them alone.

import type { Diagnostic } from "reconcile-kit";
import type { Piece } from "./compose.js";
import type { Draft } from "./draft.js";
import { jsonPieces } from "./pieces.js";

/** A piece that is not JSON, and why. */
export interface BrokenPiece {
  readonly piece: Piece;
  /** Its place is one in the piece's text. */
  readonly finding: Diagnostic;
}

/** What the core finds in a document. */
export type Check = (document: string) => Promise<readonly Diagnostic[]>;

/** Rules about the text itself, before what it says. */
const ABOUT_THE_TEXT: ReadonlySet<string> = new Set([
  "not-json",
  "document-too-deep",
  "document-too-large",
]);

/** Answers that are remembered: more pieces than a draft has, so that typing asks about one text only. */
const REMEMBERED = 64;

/** Finds the broken pieces of a draft, and remembers what it asked. */
export class BrokenPieces {
  readonly #check: Check;
  readonly #known = new Map<string, Promise<Diagnostic | undefined>>();

  constructor(check: Check) {
    this.#check = check;
  }

  /** The pieces that are not JSON, in the order of the scenario. */
  async of(draft: Draft): Promise<readonly BrokenPiece[]> {
    const asked = jsonPieces(draft).map(async ({ piece, text }) => {
      const finding = await this.#askedOnce(text);
      return finding ? [{ piece, finding: within(text, finding) }] : [];
    });
    return (await Promise.all(asked)).flat();
  }

  #askedOnce(text: string): Promise<Diagnostic | undefined> {
    const known = this.#known.get(text) ?? this.#asked(text);
    this.#known.delete(text);
    this.#known.set(text, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= REMEMBERED) break;
      this.#known.delete(oldest);
    }
    return known;
  }

  async #asked(text: string): Promise<Diagnostic | undefined> {
    try {
      return (await this.#check(text)).find(({ code }) => ABOUT_THE_TEXT.has(code));
    } catch {
      // A core that cannot be asked says so where the outcome is awaited.
      return undefined;
    }
  }
}

/** The finding with a place that the text has. */
function within(text: string, finding: Diagnostic): Diagnostic {
  const lines = text.split("\n");
  const line = Math.min(Math.max(finding.line ?? 1, 1), lines.length);
  const longest = [...(lines[line - 1] ?? "")].length + 1;
  const column = Math.min(Math.max(finding.column ?? 1, 1), longest);
  return { ...finding, line, column };
}
