// Answers the realm in QuickJS: how GraalJS would say an error, and how a function's text was before it was rewritten.

import type { AnyNode } from "acorn";
import type { Tree } from "../../lambda-check/tree.js";
import type { Position } from "../origins/position.js";
import { failingNode, newBefore } from "../position/find.js";
import { placeOfFailure } from "../position/places.js";
import type { LambdaText } from "../source/lambda-text.js";
import type { Rewritten } from "./catches.js";
import { plainWordsOf, wordsOf } from "./words.js";

/** An error as QuickJS has it. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** What the realm asks: about an error, or about a function's text. */
type Question = Thrown | { readonly function: string };

/** A line of a call stack. */
interface Frame {
  readonly function: string;
  /** Nothing for a function of the engine. */
  readonly position: Position | undefined;
}

const FRAME = /^ {4}at (?:(.*?) \()?(?:reconcile\.js:(\d+):(\d+)|native)\)?$/gm;
/** What the realm itself calls. */
const CALLED_BY_REALM = /^ {4}at \S+ \(native\)\n(?= {4}at .*<reconcile-kit>)/gm;
/** The most frames that GraalJS tells. */
const MOST_FRAMES = 10;

/** Translates for one lambda. */
export class Translation {
  readonly #lambda: LambdaText;
  readonly #rewritten: Rewritten;
  readonly #version: string;

  constructor(lambda: LambdaText, rewritten: Rewritten, version = "24.1.2") {
    this.#lambda = lambda;
    this.#rewritten = rewritten;
    this.#version = version;
  }

  /** The answer to a question of the realm, both JSON text. */
  answer(question: string): string {
    const asked = JSON.parse(question) as Question;
    if ("function" in asked) {
      return JSON.stringify({ text: this.#rewritten.originalText(asked.function) });
    }
    const { tree } = this.#lambda;
    return JSON.stringify(tree ? this.#translated(asked, tree) : asked);
  }

  #translated(thrown: Thrown, tree: Tree): Thrown {
    const frames = this.#framesOf(thrown.stack);
    // QuickJS is in the class already when it finds that `new` is missing.
    if (thrown.message.startsWith("class constructors must")) frames.shift();
    const words = isEngines(thrown.stack) ? this.#wordsFor(thrown, frames, tree) : {};
    const { name, message } = { ...thrown, ...words };
    const lines = frames.slice(0, MOST_FRAMES).map((frame, index) => {
      const place =
        frame.position && this.#placeIn(frame.position, tree, index === 0 ? message : undefined);
      return `\n    at ${frame.function} (${place ?? "native"})`;
    });
    const header = headerOf(thrown, name, message);
    return { name, message, stack: header + lines.join("") };
  }

  #wordsFor({ name, message }: Thrown, frames: readonly Frame[], tree: Tree): Partial<Thrown> {
    const [first] = frames;
    const own = frames.find(({ position }) => position);
    if (!first || !own?.position) return plainWordsOf(message) ?? {};
    const { lines, text } = this.#lambda;
    const offset = lines.offsetOf(own.position);
    const raw =
      (isOfNew(message) ? newBefore(tree, offset) : undefined) ?? failingNode(tree, offset);
    // Where QuickJS knows the function only, the message tells what to look for in it.
    const hint = VAGUE[message];
    const place = hint === undefined ? undefined : placeOfFailure(tree, lines, own.position, hint);
    const start = place && lines.offsetOf(place);
    const node = start === undefined ? raw : (atStart(tree, start) ?? raw);
    const native = first.position ? undefined : first.function;
    return (
      wordsOf({
        name,
        message,
        native,
        node: native ? raw : node,
        tree,
        text,
        version: this.#version,
      }) ?? {}
    );
  }

  #framesOf(stack: string): Frame[] {
    return Array.from(
      stack.replace(CALLED_BY_REALM, "").matchAll(FRAME),
      ([, name = "", line, column]) => ({
        function: name,
        position:
          line === undefined
            ? undefined
            : this.#rewritten.originalOf({ line: Number(line), column: Number(column) }),
      }),
    );
  }

  #placeIn(position: Position, tree: Tree, message: string | undefined): string {
    const { lines } = this.#lambda;
    const { line, column } = placeOfFailure(tree, lines, position, message ?? "");
    return `reconcile.js:${line}:${column}`;
  }
}

/** QuickJS's messages of what may be told of a function as a whole, and GraalJS's of the same kind. */
const VAGUE: Readonly<Record<string, string | undefined>> = {
  "cannot convert to object": "Cannot read property",
  "value is not iterable": "is not iterable",
};

/** The node that begins at `offset` and takes something apart. */
function atStart(tree: Tree, offset: number): AnyNode | undefined {
  const types = ["ObjectPattern", "ArrayPattern", "ForOfStatement", "SpreadElement"] as const;
  const [found] = tree.inside(tree.program, [...types]).filter(({ start }) => start === offset);
  return found;
}

/** How QuickJS begins the call stack of an error that no constructor made. */
const FIRST_FRAME = "    at ";

function isEngines(stack: string): boolean {
  return stack.startsWith(FIRST_FRAME);
}

/** What stands before the frames: name and message as they were when the error was made. */
function headerOf({ stack }: Thrown, name: string, message: string): string {
  if (!isEngines(stack)) return stack.split(`\n${FIRST_FRAME}`)[0] ?? "";
  return message === "" ? name : `${name}: ${message}`;
}

function isOfNew(message: string): boolean {
  return message === "not a function" || message === "not a constructor";
}
