// A lambda's text, read before any engine reads it: what does not load fails in the same words everywhere.

import type { Program } from "acorn";
import { Tree } from "../../lambda-check/tree.js";
import { TooDeep } from "../../limited-parser.js";
import type { Position } from "../origins/position.js";
import { Source } from "../origins/source.js";
import { Lines } from "../position/lines.js";
import { assignmentAt } from "../position/places.js";
import { editionOf } from "./edition.js";

/** Longer texts are left to the engine. Lambdas are a few thousand characters long. */
const LONGEST = 256 * 1024;
/** How many texts are kept. The lambda of many scenarios is often the same. */
const MOST_KEPT = 16;

/** Why a text does not load. */
export interface Refusal extends Position {
  readonly message: string;
}

/** A lambda's text. Its syntax tree is made when somebody asks for it the first time. */
export class LambdaText {
  readonly source: Source;
  readonly lines: Lines;
  /** Says that GraalJS would not parse it. */
  readonly refusal: Refusal | undefined;
  readonly #program: Program | undefined;
  #tree: Tree | undefined;

  constructor(
    readonly text: string,
    version: string | undefined,
  ) {
    this.source = new Source(text, (frame, key) =>
      this.tree ? assignmentAt(this.tree, this.lines, frame, key) : undefined,
    );
    this.lines = new Lines(text);
    const read = text.length > LONGEST ? undefined : parsed(text, version);
    if (read instanceof SyntaxError) this.refusal = refusalOf(read, this.lines);
    else this.#program = read;
  }

  /** The syntax tree; nothing for a text that is too long or too deeply nested to be looked at. */
  get tree(): Tree | undefined {
    if (this.#program) this.#tree ??= Tree.of(this.#program);
    return this.#tree;
  }
}

const kept = new Map<string, LambdaText>();

/** A lambda's text as the GraalJS of `version` reads it. */
export function lambdaText(text: string, version: string | undefined): LambdaText {
  const key = `${version} ${text}`;
  let found = kept.get(key);
  if (!found) {
    if (kept.size >= MOST_KEPT) kept.clear();
    found = new LambdaText(text, version);
    kept.set(key, found);
  }
  return found;
}

function parsed(text: string, version: string | undefined): Program | SyntaxError | undefined {
  const { parser, options } = editionOf(version);
  try {
    return parser.parse(text, { ...options });
  } catch (error) {
    // The engine reads what is nested more deeply than this parser goes.
    if (error instanceof TooDeep || error instanceof RangeError) return undefined;
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}

function refusalOf(error: SyntaxError, lines: Lines): Refusal {
  const offset = "pos" in error && typeof error.pos === "number" ? error.pos : 0;
  const told = error.message.replace(/ \(\d+:\d+\)$/, "");
  const message = told.includes("sourceType") ? A_MODULE : told;
  return { message: `SyntaxError: ${message}`, ...lines.positionOf(offset) };
}

const A_MODULE = "`import` and `export` are for modules, and a lambda is a script";
