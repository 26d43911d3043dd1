// What a command of the tool is.

import type { Arguments, Options } from "./arguments.js";

/** A command, such as `preview`. */
export interface Command {
  /** What it does, in half a line. */
  readonly summary: string;
  /** The whole help text. */
  readonly help: string;
  /** Its options; `help` is everywhere. */
  readonly options: Options;
  /** Carries it out. The answer is the exit code. */
  run(call: Arguments): Promise<number>;
}
