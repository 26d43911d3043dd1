// The command line tool: finds the command, runs it, and says in one line what went wrong.

import { toError } from "../errors.js";
import { versions } from "../index.js";
import { nearest } from "../nearest.js";
import { readArguments } from "./arguments.js";
import { check } from "./check.js";
import type { Command } from "./command.js";
import { compare } from "./compare.js";
import { diff } from "./diff.js";
import { engine } from "./engine.js";
import { EXIT, UsageError } from "./exit.js";
import { exportCommand } from "./export.js";
import { init } from "./init.js";
import { playground } from "./playground.js";
import { preview } from "./preview.js";
import { test } from "./test.js";

const COMMANDS: Readonly<Record<string, Command>> = {
  preview,
  compare,
  test,
  check,
  diff,
  export: exportCommand,
  init,
  playground,
  engine,
};

function overview(): string {
  const commands = Object.entries(COMMANDS);
  return `Previews which FusionAuth user a Cognito sign-in becomes, and why.

Usage: reconcile-kit COMMAND [OPTIONS]

Commands:
${commands.map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`).join("\n")}

\`reconcile-kit COMMAND --help\` explains one; \`--version\` prints the versions.

Exit codes: 0 done, 1 a test failed or check found an error, 2 bad usage or
unreadable input, 3 a document is invalid, 4 a lambda does not load.
`;
}

function commandOf(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command;
  const near = nearest(name, Object.keys(COMMANDS));
  const help = near ? `did you mean \`${near}\`?` : "`reconcile-kit --help` lists the commands";
  throw new UsageError(`\`${name}\` is not a command`, help);
}

async function run([name, ...rest]: string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? process.stderr : process.stdout).write(overview());
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  if (name === "--version" || name === "-V") {
    const { kit, fusionauth } = versions();
    process.stdout.write(`reconcile-kit ${kit}, simulates FusionAuth up to ${fusionauth}\n`);
    return EXIT.done;
  }
  const command = commandOf(name);
  const options = { ...command.options, help: "boolean" } as const;
  const call = readArguments(
    name,
    options,
    rest.map((word) => (word === "-h" ? "--help" : word)),
  );
  if (call.switches.has("help")) {
    process.stdout.write(command.help);
    return EXIT.done;
  }
  return command.run(call);
}

/** Runs the tool; whatever is thrown ends as a message. */
export async function main(): Promise<void> {
  // `reconcile-kit … | head` closes the pipe early, which is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`reconcile-kit: ${error.message}\n  help: ${error.help}\n`);
      process.exitCode = EXIT.usage;
      return;
    }
    const { message, help } = toError(error);
    process.stderr.write(`reconcile-kit: ${message}\n  help: ${help}\n`);
    process.exitCode = EXIT.internal;
  }
}
