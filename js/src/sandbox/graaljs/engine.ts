// GraalJS as an engine for lambdas: the one that FusionAuth runs, in processes of their own.

import realmSource from "realm:source";
import { archivesOf } from "../../engines/directories.js";
import { broken, notInstalled } from "../../engines/errors.js";
import { javaCommand } from "../../engines/java.js";
import { type GraalJsVersion, NEWEST } from "../../engines/versions.js";
import { completed, refused, stopped } from "../answer.js";
import { type Engine, failing, type LoadedLambda } from "../engine.js";
import type { Limits } from "../limits.js";
import type { Settings } from "../realm/main.js";
import { type LambdaText, lambdaText } from "../source/lambda-text.js";
import type { Stop } from "../stop.js";
import { lastWordsOf } from "./last-words.js";
import { wordsFor } from "./options.js";
import { GraalJsProcess, ProcessEnded } from "./process.js";

/** What the engine itself takes from a program. The realm takes the rest. */
interface Program {
  readonly body: string;
  readonly engine?: GraalJsVersion;
}

/** How long a process may take to start, and to stop a lambda that met its deadline, in milliseconds. */
export const PATIENCE_TO_START = 60_000;
const PATIENCE_TO_STOP = 3000;

/** A lambda with everything that a process has to be told of it. */
interface Taken {
  readonly number: string;
  readonly version: GraalJsVersion;
  readonly text: LambdaText;
  readonly surroundings: string;
}

/** A process that is ready, and the lambdas that it was told. */
interface Ready {
  readonly process: GraalJsProcess;
  readonly told: Set<string>;
}

/** One process a version, started when it is first needed and again when it ended. */
export class GraalJsEngine implements Engine {
  readonly #limits: Required<Limits>;
  readonly #version: GraalJsVersion | undefined;
  readonly #ready = new Map<GraalJsVersion, Ready>();
  #lambdas = 0;

  /** @param version Runs all lambdas, in place of the version that their FusionAuth has. */
  constructor(limits: Required<Limits>, version?: GraalJsVersion) {
    this.#limits = limits;
    this.#version = version;
  }

  load(program: string): LoadedLambda {
    const { body, engine = NEWEST, ...rest } = JSON.parse(program) as Program;
    const version = this.#version ?? engine;
    const text = lambdaText(body, version);
    if (text.refusal) return failing(refused(text.refusal));
    const placed = Object.fromEntries([...text.source.placed.keys()].map((key) => [key, 1]));
    const number = String(this.#lambdas++);
    const surroundings = JSON.stringify({ ...rest, placed });
    const lambda: Taken = { number, version, text, surroundings };
    // One that cannot be started is said here, once, and not of each login.
    this.#processFor(version);
    return {
      run: (call) => this.#run(lambda, call),
      global: (name) => this.#global(version, name),
      free: () => this.#free(lambda),
    };
  }

  #run(lambda: Taken, call: string): string {
    try {
      const process = this.#told(lambda);
      const patience = this.#limits.deadline + PATIENCE_TO_STOP;
      const [kind, said = "", ...more] = process.ask(patience, "run", lambda.number, call);
      if (kind === "said") return completed(said, call, lambda.text, this.#limits);
      if (kind !== "stopped") this.#end(lambda.version);
      return this.#stopped(lambda, said, more);
    } catch (error) {
      // The other logins of a scenario go on, in a new process.
      this.#ready.delete(lambda.version);
      const isLate = error instanceof ProcessEnded && error.isLate;
      const reason = error instanceof Error ? error.message : String(error);
      return stopped("", isLate ? "deadline" : { broken: reason }, this.#limits);
    }
  }

  /** A run that met a limit. A process whose memory was full is not trusted any more. */
  #stopped({ version, text }: Taken, limit: string, [reason = "", ...rest]: string[]): string {
    const isKnown = limit in this.#limits;
    if (limit === "memory" || !isKnown) this.#end(version);
    const stop: Stop = isKnown ? (limit as keyof Limits) : { broken: reason };
    return stopped(lastWordsOf(rest), stop, this.#limits, text);
  }

  #global(version: GraalJsVersion, name: string): string {
    try {
      const ready = this.#ready.get(version);
      return ready?.process.ask(this.#limits.deadline, "global", name)[1] ?? "null";
    } catch {
      this.#ready.delete(version);
      return "null";
    }
  }

  #free({ number, version }: Taken): void {
    const ready = this.#ready.get(version);
    if (ready?.told.delete(number)) ready.process.tell("drop", number);
  }

  /** The process for a lambda, which was told of it. */
  #told({ version, number, text, surroundings }: Taken): GraalJsProcess {
    const { process, told } = this.#processFor(version);
    if (!told.has(number)) process.tell("take", number, text.text, surroundings);
    told.add(number);
    return process;
  }

  #processFor(version: GraalJsVersion): Ready {
    const ready = this.#ready.get(version) ?? this.#start(version);
    this.#ready.set(version, ready);
    return ready;
  }

  /** @throws {ReconcileKitError} that says what to do, when it cannot be started. */
  #start(version: GraalJsVersion): Ready {
    const archives = archivesOf(version);
    if (archives.length === 0) throw notInstalled(version);
    const { words, settings } = wordsFor(archives, this.#limits);
    const realm: Settings = { engine: "graaljs" };
    const process = new GraalJsProcess(javaCommand(), words);
    try {
      const begin = ["begin", realmSource, JSON.stringify(realm), ...settings];
      const [kind] = process.ask(PATIENCE_TO_START, ...begin);
      if (kind !== "ready") throw new ProcessEnded("it answers what was not asked");
    } catch (error) {
      process.end();
      throw broken(version, error instanceof Error ? error.message : String(error));
    }
    return { process, told: new Set() };
  }

  #end(version: GraalJsVersion): void {
    this.#ready.get(version)?.process.end();
    this.#ready.delete(version);
  }
}
