// `--watch`: runs scenarios, and runs again what changed.

import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { Choice } from "../../sandbox/choice.js";
import { UsageError } from "../exit.js";
import { findScenarios } from "../find-scenarios.js";
import { styleFor } from "../print/style.js";
import { readText } from "../read-document.js";
import { Simulator } from "../simulate.js";
import { printInvalid } from "./all.js";
import { Directories, directoriesBelow } from "./directories.js";
import { type Input, listen, type Wish } from "./keys.js";
import { linesOf, totals } from "./reporters/pretty.js";
import { type Ran, runScenario } from "./run.js";

/** How long it is waited for further changes: editors and version control write several files, or one twice. */
const CALM = 80;

/** Where keys come from and what is told goes. */
export interface Terminal {
  readonly input: Input;
  readonly output: { write(text: string): unknown; isTTY?: boolean };
}

/** Tests what `operands` name until somebody ends it. */
export async function watch(
  operands: readonly string[],
  terminal: Terminal = { input: process.stdin, output: process.stdout },
  engine: Choice = { name: "quickjs" },
): Promise<void> {
  await new Watch(operands, engine, terminal).run();
}

/** One call of `test --watch`. Everything happens in one loop, so that no two runs overlap. */
class Watch {
  readonly #operands: readonly string[];
  readonly #engine: Choice;
  readonly #terminal: Terminal;
  readonly #ran = new Map<string, Ran>();
  readonly #wishes = new Set<Wish | "changed">(["changed"]);
  #wake: () => void = () => {};

  constructor(operands: readonly string[], engine: Choice, terminal: Terminal) {
    this.#operands = operands;
    this.#engine = engine;
    this.#terminal = terminal;
  }

  async run(): Promise<void> {
    const simulator = new Simulator(this.#engine);
    const directories = new Directories(() => this.#wish("changed"));
    const stop = listen(this.#terminal.input, (wish) => this.#wish(wish));
    // Once: whoever insists ends the process at once.
    const interrupt = () => this.#wish("quit");
    process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
    try {
      do {
        await this.#round(simulator);
        // What changed in a directory before it was watched was not seen.
        if (directories.watch(this.#directories())) this.#wish("changed");
        await this.#next();
      } while (!this.#wishes.has("quit"));
    } finally {
      process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
      stop();
      directories.close();
      await simulator.close();
    }
  }

  #wish(wish: Wish | "changed"): void {
    this.#wishes.add(wish);
    this.#wake();
  }

  /** Waits until something is wished for, and for things to calm down. */
  async #next(): Promise<void> {
    if (this.#wishes.size === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (!this.#wishes.has("changed") || this.#wishes.has("quit")) return;
    await new Promise((resolve) => setTimeout(resolve, CALM));
  }

  /** Runs what is wished for and tells of it. A call that cannot be carried out now may be later. */
  async #round(simulator: Simulator): Promise<void> {
    const wishes = new Set(this.#wishes);
    this.#wishes.clear();
    try {
      const { files, named } = await findScenarios(this.#operands);
      for (const file of this.#ran.keys()) if (!files.includes(file)) this.#ran.delete(file);
      const update = wishes.has("update");
      const due = files.filter((file) => this.#isDue(file, wishes));
      for (const file of due) {
        if (this.#wishes.has("quit")) return;
        this.#ran.set(file, await runScenario(file, { simulator, update }));
      }
      if (due.length > 0 || !wishes.has("changed")) this.#tell(due, named);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.#write(`\n${error.message}\n  help: ${error.help}\n${this.#hint()}`);
    }
  }

  #isDue(file: string, wishes: ReadonlySet<Wish | "changed">): boolean {
    const ran = this.#ran.get(file);
    if (!ran || wishes.has("all")) return true;
    if (wishes.has("update") && ran.verdict === "failed") return true;
    return [...ran.inputs].some(([path, text]) => textNow(path) !== text);
  }

  #tell(due: readonly string[], named: boolean): void {
    const ran = due.flatMap((file) => this.#ran.get(file) ?? []);
    const shown = ran.filter(({ verdict }) => named || verdict !== "skipped");
    const style = styleFor(this.#terminal.output);
    printInvalid(shown);
    const lines = shown.flatMap((result) => linesOf(result, style));
    const told = lines.length > 0 ? lines : ["nothing to run"];
    const others = [...this.#ran.values()].filter(({ file }) => !due.includes(file));
    const all = [...ran, ...others.map((result) => ({ ...result, updates: [] }))];
    this.#write(`\n${[...told, "", totals(all)].join("\n")}\n${this.#hint()}`);
  }

  #hint(): string {
    const keys = this.#terminal.input.isTTY ? ": Enter runs all, u updates, q quits" : "";
    return `waiting for changes${keys}\n`;
  }

  #write(text: string): void {
    this.#terminal.output.write(text);
  }

  /** Where scenarios are looked for, and where the files are that they were made of. */
  #directories(): string[] {
    const searched = this.#operands.length === 0 ? directoriesBelow(".") : [];
    const named = this.#operands.flatMap(directoriesOf);
    const read = [...this.#ran.values()].flatMap(({ inputs }) => [...inputs.keys()]);
    return [...searched, ...named, ...read.map((file) => existing(dirname(file)))];
  }
}

/** What a file says now; `undefined` for one that cannot be read. */
function textNow(path: string): string | undefined {
  try {
    return readText(path);
  } catch {
    return undefined;
  }
}

/** The directories in which what `operand` names is, or may be one day. */
function directoriesOf(operand: string): string[] {
  const kind = statSync(operand, { throwIfNoEntry: false });
  if (kind?.isDirectory()) return directoriesBelow(operand);
  if (kind) return [dirname(operand)];
  const fixed = operand.split(/[*?[{(!]/, 1)[0] ?? "";
  const directory = existing(fixed.endsWith("/") ? fixed : dirname(fixed));
  return fixed === operand ? [directory] : directoriesBelow(directory);
}

/** The directory, or the nearest above it that there is. */
function existing(directory: string): string {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return directory;
  const above = dirname(directory);
  return above === directory ? directory : existing(above);
}
