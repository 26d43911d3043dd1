// QuickJS as an engine for lambdas.

import { completed, refused, stopped } from "../answer.js";
import type { Engine, LoadedLambda } from "../engine.js";
import type { Limits } from "../limits.js";
import type { Position } from "../origins/position.js";
import type { Request } from "../realm/main.js";
import { type LambdaText, lambdaText } from "../source/lambda-text.js";
import type { Stop } from "../stop.js";
import { withTranslations } from "../wording/catches.js";
import { CAUGHT } from "../wording/name.js";
import { Translation } from "../wording/translate.js";
import type { Image } from "./image.js";
import { Machine, type Result } from "./machine.js";
import { ask, establish, evaluate, type Realm } from "./realm.js";

/** What the engine itself takes from a program. The realm takes the rest. */
interface Program {
  readonly body: string;
  readonly now: number;
  /** The version of GraalJS that is simulated. */
  readonly engine?: string;
}

/** A lambda, and what QuickJS is given of it. */
interface Reading {
  readonly lambda: LambdaText;
  readonly body: string;
  /** Where a place of `body` is in the lambda's own text. */
  readonly originalOf: (position: Position) => Position;
  /** Answers the realm. */
  readonly answer: (question: string) => string;
}

/** What the realm said, or the whole answer when it was stopped. */
interface Said {
  readonly text: string;
  readonly stop?: Stop;
}

/**
 * QuickJS, compiled once.
 *
 * There is one instance at a time. An image makes it what a fresh one would be; after a stop, and when its
 * memory grew, it is left to the garbage collector as it is, because freeing a runtime that has failed can
 * end the whole module, and another one takes its place.
 */
export class QuickJsEngine implements Engine {
  readonly #module: WebAssembly.Module;
  readonly #limits: Required<Limits>;
  readonly #realm: Realm;
  /** An instance with the realm in it and no lambda. */
  readonly #pristine: Image;
  /** An image whose lambda was freed. */
  #spare: Image | undefined;
  #machine: Machine | undefined;

  constructor(module: WebAssembly.Module, limits: Required<Limits>) {
    this.#module = module;
    this.#limits = limits;
    this.#machine = new Machine(module, limits);
    this.#realm = establish(this.#machine, limits.stack, { engine: "quickjs", caught: CAUGHT });
    this.#pristine = this.#machine.take();
  }

  load(program: string): LoadedLambda {
    const { body, now, engine, ...surroundings } = JSON.parse(program) as Program;
    const lambda = lambdaText(body, engine);
    if (lambda.refusal) return failing(refused(lambda.refusal));
    const reading = readingOf(lambda, engine);
    const machine = this.#become(this.#pristine, now, reading);
    const refusal = this.#read(machine, reading, surroundings);
    if (refusal !== "") return failing(refusal);
    const image = machine.take(this.#spare);
    this.#spare = undefined;
    return {
      run: (call) => {
        const { text, stop } = this.#ask(this.#become(image, now, reading), "run", call, reading);
        return stop ? text : completed(text, call, lambda, this.#limits, reading.originalOf);
      },
      global: (name) =>
        this.#machine ? this.#ask(this.#machine, "global", name, reading).text : "null",
      free: () => {
        this.#spare = image;
      },
    };
  }

  /** Reads a lambda's text. It says nothing when there is a function `reconcile`. */
  #read(machine: Machine, reading: Reading, surroundings: object): string {
    const { lambda, body, originalOf } = reading;
    const placed = Object.fromEntries([...lambda.source.placed.keys()].map((key) => [key, 1]));
    const taken = this.#ask(machine, "take", JSON.stringify({ ...surroundings, placed }), reading);
    if (taken.stop) return taken.text;
    const result = evaluate(machine, this.#realm, body);
    if (result.stop) return this.#stopped(machine, result, reading).text;
    const request = result.thrown ? "refuse" : "find";
    const { text, stop } = this.#ask(machine, request, "", reading, result.thrown);
    return stop || text === "" ? text : completed(text, "", lambda, this.#limits, originalOf);
  }

  /** An instance that is what `image` was. */
  #become(image: Image, now: number, { answer }: Reading): Machine {
    let machine = this.#machine;
    if (!machine?.restore(image)) {
      machine = new Machine(this.#module, this.#limits);
      machine.restore(image);
      this.#machine = machine;
    }
    machine.now = now;
    machine.tell = answer;
    return machine;
  }

  #ask(machine: Machine, request: Request, text: string, reading: Reading, thrown?: number): Said {
    const result = ask(machine, this.#realm, request, text, thrown);
    if (result.text !== undefined) return { text: result.text };
    return this.#stopped(machine, result, reading);
  }

  /** The answer to a stop, after which the instance is done for. */
  #stopped(
    machine: Machine,
    { thrown, stop = failed(machine, this.#realm, thrown) }: Result,
    { lambda, originalOf }: Reading,
  ): Said {
    this.#machine = undefined;
    machine.release();
    const { text = "" } = ask(machine, this.#realm, "stopped", "", thrown);
    return { text: stopped(text, stop, this.#limits, lambda, originalOf), stop };
  }
}

/** A lambda's text as QuickJS reads it, with translations of what it catches, and the way back from there. */
function readingOf(lambda: LambdaText, version: string | undefined): Reading {
  const { text, lines } = lambda;
  const rewritten = withTranslations(text, text.includes("catch") ? lambda.tree : undefined, lines);
  const translation = new Translation(lambda, rewritten, version);
  return {
    lambda,
    body: rewritten.text,
    originalOf: (position) => rewritten.originalOf(position),
    answer: (question) => translation.answer(question),
  };
}

/** A lambda that does not load, which it says in answer to every call. */
function failing(answer: string): LoadedLambda {
  return { run: () => answer, global: () => "null", free: () => {} };
}

/** The realm's own functions should not throw. */
function failed(machine: Machine, { context }: Realm, thrown: number | undefined): Stop {
  return { broken: thrown ? machine.text(context, thrown) : "it gave no reason" };
}
