// QuickJS as an engine for lambdas.

import { completed, refused, stopped } from "../answer.js";
import type { Engine, LoadedLambda } from "../engine.js";
import { Answers } from "../host-calls/answers.js";
import type { Limits } from "../limits.js";
import type { Source } from "../origins/source.js";
import type { Request } from "../realm/main.js";
import { type GraalJsVersion, LACKING, NEWEST } from "../realm-shape/lacking.js";
import { lambdaText } from "../source/lambda-text.js";
import type { Stop } from "../stop.js";
import type { Image } from "./image.js";
import { Machine, type Result } from "./machine.js";
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

/** A realm, and an instance with it in which no lambda is. */
interface Pristine {
  readonly realm: Realm;
  /** Answers what the realm asks. */
  readonly answers: Answers;
  readonly image: Image;
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
    const { source, refusal: fault } = lambdaText(body, engine);
    if (fault) return failing(refused(fault));
    const { realm, answers, image: pristine } = this.#realmOf(engine);
    const machine = this.#become(pristine, now, answers);
    const refusal = this.#read(machine, realm, source, body, surroundings);
    if (refusal !== "") return failing(refusal);
    const image = machine.take(this.#spare);
    this.#spare = undefined;
    return {
      run: (call) => {
        const { text, stop } = this.#run(this.#become(image, now, answers), realm, call);
        return stop ? text : completed(text, call, source, this.#limits);
      },
      global: (name) =>
        this.#machine ? this.#ask(this.#machine, realm, "global", name).text : "null",
      free: () => {
        this.#spare = image;
      },
    };
  }

  #realmOf(version: GraalJsVersion): Pristine {
    let pristine = this.#pristine.get(version);
    if (!pristine) {
      const machine = new Machine(this.#module, this.#limits);
      const answers = new Answers(version);
      machine.tell = (question) => answers.answer(question);
      const lacking = LACKING[version];
      const realm = establish(machine, this.#limits.stack, { engine: "quickjs", version, lacking });
      pristine = { realm, answers, image: machine.take() };
      this.#pristine.set(version, pristine);
      this.#machine = machine;
    }
    return pristine;
  }

  /** Reads a lambda's text. It says nothing when there is a function `reconcile`. */
  #read(
    machine: Machine,
    realm: Realm,
    source: Source,
    body: string,
    surroundings: object,
  ): string {
    const placed = Object.fromEntries([...source.placed.keys()].map((key) => [key, 1]));
    const taken = this.#ask(
      machine,
      realm,
      "take",
      JSON.stringify({ ...surroundings, placed, watchesMatches: readsLatestMatch(body) }),
    );
    if (taken.stop) return taken.text;
    const result = evaluate(machine, realm, body);
    if (result.stop) return this.#stopped(machine, realm, result).text;
    const jobs = doJobs(machine, realm);
    if (jobs.stop) return this.#stopped(machine, realm, jobs).text;
    const request = result.thrown ? "refuse" : "find";
    const { text, stop } = this.#ask(machine, realm, request, "", result.thrown);
    return stop || text === "" ? text : completed(text, "", source, this.#limits);
  }

  /** Runs the lambda and then its jobs, as GraalJS does before it returns to whoever called. */
  #run(machine: Machine, realm: Realm, call: string): Said {
    const ran = this.#ask(machine, realm, "run", call);
    if (ran.text !== "") return ran;
    const { stop, thrown } = doJobs(machine, realm);
    if (stop) return this.#stopped(machine, realm, { stop, thrown });
    return this.#ask(machine, realm, "tell", "");
  }

  /** An instance that is what `image` was. */
  #become(image: Image, now: number, answers: Answers): Machine {
    let machine = this.#machine;
    if (!machine?.restore(image)) {
      machine = new Machine(this.#module, this.#limits);
      machine.restore(image);
      this.#machine = machine;
    }
    machine.now = now;
    machine.tell = (question) => answers.answer(question);
    return machine;
  }

  #ask(machine: Machine, realm: Realm, request: Request, text: string, thrown?: number): Said {
    const result = ask(machine, realm, request, text, thrown);
    return result.text === undefined
      ? this.#stopped(machine, realm, result)
      : { text: result.text };
  }

  /** The answer to a stop, after which the instance is done for. */
  #stopped(
    machine: Machine,
    realm: Realm,
    { thrown, stop = failed(machine, realm, thrown) }: Result,
  ): Said {
    this.#machine = undefined;
    machine.release();
    const { text = "" } = ask(machine, realm, "stopped", "", thrown);
    return { text: stopped(text, stop, this.#limits), stop };
  }
}

/** A lambda that does not load, which it says in answer to every call. */
function failing(answer: string): LoadedLambda {
  return { run: () => answer, global: () => "null", free: () => {} };
}

/** The realm's own functions should not throw. */
function failed(machine: Machine, { context }: Realm, thrown: number | undefined): Stop {
  return { broken: thrown ? machine.text(context, thrown) : "it gave no reason" };
}
