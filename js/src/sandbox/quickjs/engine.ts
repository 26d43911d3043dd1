// QuickJS as an engine for lambdas.

import { type GraalJsVersion, NEWEST } from "../../engines/versions.js";
import { completed, refused, stopped } from "../answer.js";
import { type Engine, failing, type LoadedLambda } from "../engine.js";
import { Answers } from "../host-calls/answers.js";
import type { Limits } from "../limits.js";
import type { Request } from "../realm/main.js";
import { LACKING } from "../realm-shape/lacking.js";
import { lambdaText } from "../source/lambda-text.js";
import type { Stop } from "../stop.js";
import { CAUGHT } from "../wording/name.js";
import type { Image } from "./image.js";
import { Machine, type Result } from "./machine.js";
import { type Pristine, type Reading, readingOf } from "./reading.js";
import { ask, doJobs, establish, evaluate, type Realm } from "./realm.js";

/** What the engine itself takes from a program. The realm takes the rest. */
interface Program {
  /** The version of GraalJS that is simulated. */
  readonly engine?: GraalJsVersion;
  readonly body: string;
  readonly now: number;
}

/**
 * Whether a lambda's text may read what `RegExp` tells of the latest match. What tells it makes every match slower, so
 * it is there for these lambdas only.
 */
const OF_LATEST_MATCH = /\$[\d_&+`']|\b(?:input|lastMatch|lastParen|leftContext|rightContext)\b/;

function readsLatestMatch(body: string): boolean {
  return body.includes("RegExp") && OF_LATEST_MATCH.test(body);
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
  /** What there is of each version, made when it is needed first. */
  readonly #pristine = new Map<GraalJsVersion, Pristine>();
  /** An image whose lambda was freed. */
  #spare: Image | undefined;
  #machine: Machine | undefined;

  constructor(module: WebAssembly.Module, limits: Required<Limits>) {
    this.#module = module;
    this.#limits = limits;
  }

  load(program: string): LoadedLambda {
    const { body, now, engine = NEWEST, ...surroundings } = JSON.parse(program) as Program;
    const lambda = lambdaText(body, engine);
    if (lambda.refusal) return failing(refused(lambda.refusal));
    const pristine = this.#pristineOf(engine);
    const reading = readingOf(lambda, now, engine, pristine);
    const machine = this.#become(pristine.image, reading);
    const refusal = this.#read(machine, reading, surroundings);
    if (refusal !== "") return failing(refusal);
    const image = machine.take(this.#spare);
    this.#spare = undefined;
    return {
      run: (call) => {
        const { text, stop } = this.#run(this.#become(image, reading), reading, call);
        return stop ? text : completed(text, call, lambda, this.#limits, reading.originalOf);
      },
      global: (name) =>
        this.#machine ? this.#ask(this.#machine, "global", name, reading).text : "null",
      free: () => {
        this.#spare = image;
      },
    };
  }

  #pristineOf(version: GraalJsVersion): Pristine {
    let pristine = this.#pristine.get(version);
    if (!pristine) {
      const machine = new Machine(this.#module, this.#limits);
      const answers = new Answers(version);
      machine.tell = (question) => answers.answer(question);
      const realm = establish(machine, this.#limits.stack, {
        engine: "quickjs",
        version,
        lacking: LACKING[version],
        caught: CAUGHT,
      });
      pristine = { realm, answers, image: machine.take() };
      this.#pristine.set(version, pristine);
      this.#machine = machine;
    }
    return pristine;
  }

  /** Reads a lambda's text. It says nothing when there is a function `reconcile`. */
  #read(machine: Machine, reading: Reading, surroundings: object): string {
    const { lambda, realm, body, originalOf } = reading;
    const placed = Object.fromEntries([...lambda.source.placed.keys()].map((key) => [key, 1]));
    const watchesMatches = readsLatestMatch(body);
    const given = JSON.stringify({ ...surroundings, placed, watchesMatches });
    const taken = this.#ask(machine, "take", given, reading);
    if (taken.stop) return taken.text;
    const result = evaluate(machine, realm, body);
    if (result.stop) return this.#stopped(machine, result, reading).text;
    const jobs = doJobs(machine, realm);
    if (jobs.stop) return this.#stopped(machine, jobs, reading).text;
    const request = result.thrown ? "refuse" : "find";
    const { text, stop } = this.#ask(machine, request, "", reading, result.thrown);
    return stop || text === "" ? text : completed(text, "", lambda, this.#limits, originalOf);
  }

  /** Runs the lambda and then its jobs, as GraalJS does before it returns to whoever called. */
  #run(machine: Machine, reading: Reading, call: string): Said {
    const ran = this.#ask(machine, "run", call, reading);
    if (ran.text !== "") return ran;
    const { stop, thrown } = doJobs(machine, reading.realm);
    if (stop) return this.#stopped(machine, { stop, thrown }, reading);
    return this.#ask(machine, "tell", "", reading);
  }

  /** An instance that is what `image` was. */
  #become(image: Image, { now, answer }: Reading): Machine {
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
    const result = ask(machine, reading.realm, request, text, thrown);
    if (result.text !== undefined) return { text: result.text };
    return this.#stopped(machine, result, reading);
  }

  /** The answer to a stop, after which the instance is done for. */
  #stopped(
    machine: Machine,
    { thrown, stop }: Result,
    { lambda, realm, originalOf }: Reading,
  ): Said {
    const reason = stop ?? failed(machine, realm, thrown);
    this.#machine = undefined;
    machine.release();
    const { text = "" } = ask(machine, realm, "stopped", "", thrown);
    return { text: stopped(text, reason, this.#limits, lambda, originalOf), stop: reason };
  }
}

/** The realm's own functions should not throw. */
function failed(machine: Machine, { context }: Realm, thrown: number | undefined): Stop {
  return { broken: thrown ? machine.text(context, thrown) : "it gave no reason" };
}
