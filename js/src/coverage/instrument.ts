// A lambda's text with counters in it. It does what the plain text does, and keeps its lines.

import type { Options, Program } from "acorn";
import { recursive } from "acorn-walk";
import { LimitedParser, TooDeep } from "../limited-parser.js";
import { BRANCHES } from "./branches.js";
import { FUNCTIONS } from "./functions.js";
import type { Points } from "./points.js";
import { Recorder } from "./recorder.js";
import { afterDirectives, STATEMENTS } from "./statements.js";

/** A lambda that counts what it does. */
export interface Instrumented {
  /** Its text. */
  readonly body: string;
  /** The global variable that holds the counters, an array of numbers. */
  readonly name: string;
  /** What each of them counts. */
  readonly points: Points;
}

/** Lambdas are scripts, in sloppy mode unless they say otherwise. */
const OPTIONS: Options = { ecmaVersion: "latest", sourceType: "script" };

/** The lambda `source` with counters; nothing when it is not JavaScript. */
export function instrument(source: string): Instrumented | undefined {
  const program = programOf(source);
  if (!program) return undefined;
  const plain = new Recorder(source);
  walk(program, plain);
  // How many counters there are is known at the end, and where they are made is at the beginning.
  const recorder = new Recorder(source);
  const { offset, end } = afterDirectives(program.body, program.body[0]?.start ?? source.length);
  recorder.insert(offset, end + plain.declaration());
  walk(program, recorder);
  const body = recorder.text();
  // An oddity that was not thought of must not look like a lambda that does not load.
  return programOf(body) && { body, name: recorder.name, points: recorder.points() };
}

function walk(program: Program, recorder: Recorder): void {
  recursive(program, recorder, { ...STATEMENTS, ...BRANCHES, ...FUNCTIONS });
}

function programOf(source: string): Program | undefined {
  try {
    return LimitedParser.parse(source, OPTIONS);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof TooDeep) {
      return undefined;
    }
    throw error;
  }
}
