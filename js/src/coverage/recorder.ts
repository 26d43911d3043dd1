// Puts counters into a lambda's text and remembers what each of them counts.

import type { AnyNode } from "acorn";
import MagicString from "magic-string";
import type { Arm, BranchPoint, FunctionPoint, Points, StatementPoint } from "./points.js";

/**
 * The text while it is changed. Insertions are made in the order of the text, so that of several at one place the
 * outer ones open first and close last. None has a line end: lines keep their numbers.
 */
export class Recorder {
  /** The global variable that holds the counters, and another that holds an operand for a moment. */
  readonly name: string;
  readonly held: string;
  /** Names of functions that have none of their own. */
  readonly names = new Map<AnyNode, string>();
  readonly #text: MagicString;
  readonly #statements: StatementPoint[] = [];
  readonly #functions: FunctionPoint[] = [];
  readonly #branches: BranchPoint[] = [];
  readonly #lines: readonly number[];
  #counters = 0;

  /** A recorder of what is put into `source`. */
  constructor(source: string) {
    this.name = unusedName(source);
    this.held = `${this.name}Held`;
    this.#text = new MagicString(source);
    this.#lines = [...source.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(
      ({ index, 0: end }) => index + end.length,
    );
  }

  /** Puts `code` before the character at `offset`, after what was put there before. */
  insert(offset: number, code: string): void {
    this.#text.appendLeft(offset, code);
  }

  /** The expression that counts a statement that begins at `offset`. */
  statement(offset: number): string {
    const counter = this.counter();
    this.#statements.push({ line: this.#lineOf(offset), counter });
    return this.count(counter);
  }

  /** The expression that counts a call of the function at `offset`. */
  function(offset: number, name: string | undefined): string {
    const counter = this.counter();
    const shown = name ?? `(anonymous ${this.#functions.length + 1})`;
    this.#functions.push({ name: shown, line: this.#lineOf(offset), counter });
    return this.count(counter);
  }

  /** Notes that it goes on in `arms` from `offset`. */
  branch(offset: number, arms: readonly Arm[]): void {
    this.#branches.push({ line: this.#lineOf(offset), arms });
  }

  /** A new counter. */
  counter(): number {
    this.#counters += 1;
    return this.#counters - 1;
  }

  /** The expression that adds one to a counter. */
  count(counter: number): string {
    return `${this.name}[${counter}]++`;
  }

  /** The statement that makes the counters. */
  declaration(): string {
    return `var ${this.name}=[${Array(this.#counters).fill(0).join(",")}],${this.held};`;
  }

  /** What is counted. */
  points(): Points {
    return {
      statements: this.#statements,
      functions: this.#functions,
      branches: this.#branches,
      counters: this.#counters,
    };
  }

  /** The text with everything that was put into it. */
  text(): string {
    return this.#text.toString();
  }

  #lineOf(offset: number): number {
    let [low, high] = [0, this.#lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }
}

function unusedName(source: string): string {
  let name = "lambdaCounters";
  for (let number = 2; source.includes(name); number += 1) name = `lambdaCounters${number}`;
  return name;
}
