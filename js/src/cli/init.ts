// `reconcile-kit init`: first files that run as they are.

import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Command } from "./command.js";
import { EXIT, UsageError } from "./exit.js";
import { nearest } from "./nearest.js";
import { visible } from "./print/text.js";
import { cognitoTemplates, type Template } from "./templates.js";

const HELP = `Writes a first scenario and a first test, which run as they are.

Usage: reconcile-kit init [cognito] [DIR]

  login.scenario.json   a Cognito user's first login, for \`preview\`
  login.test.json       two logins and what they should lead to, for \`test\`

They go to DIR, or to this directory. Nothing is overwritten.

Options:
  --help   print this

Exit codes: 0 done; 2 bad usage, or a file is there already or cannot be
written.
`;

const KIND = "cognito";
const SCHEMA = "node_modules/reconcile-kit/schemas/scenario.schema.json";

/** The command `init`. */
export const init: Command = {
  summary: "Write a first scenario and a first test",
  help: HELP,
  options: {},
  async run({ operands }) {
    const directory = directoryOf(operands);
    const templates = cognitoTemplates(schemaFrom(directory));
    const present = templates.find(({ file }) => existsSync(join(directory, file)));
    if (present) {
      throw new UsageError(
        `\`${join(directory, present.file)}\` is there already, and nothing was written`,
        "remove it, or name another directory: `reconcile-kit init cognito DIR`",
      );
    }
    write(directory, templates);
    process.stdout.write(next(directory, templates));
    return EXIT.done;
  },
};

/** `init`, `init cognito`, `init DIR` and `init cognito DIR` are all meant. */
function directoryOf(operands: readonly string[]): string {
  const [first = ".", second, third] = operands;
  if (first === KIND && third === undefined) return second ?? ".";
  const misspelt = nearest(first, [KIND]) !== undefined && !existsSync(first);
  if (second === undefined && !misspelt) return first;
  const help = misspelt ? `did you mean \`${KIND}\`?` : "write `reconcile-kit init cognito DIR`";
  throw new UsageError(`\`init\` does not know \`${third ?? first}\``, help);
}

function schemaFrom(directory: string): string {
  const path = relative(resolve(directory), resolve(SCHEMA)).split(sep).join("/");
  return path.startsWith("../") ? path : `./${path}`;
}

function write(directory: string, templates: readonly Template[]): void {
  try {
    mkdirSync(directory, { recursive: true });
    for (const { file, scenario } of templates) {
      // `wx` refuses to overwrite even if somebody else was faster.
      const text = `${JSON.stringify(scenario, null, 2)}\n`;
      writeFileSync(join(directory, file), text, { flag: "wx" });
    }
  } catch (error) {
    const isFile = statSync(directory, { throwIfNoEntry: false })?.isFile();
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      isFile ? `\`${directory}\` is a file` : `nothing could be written: ${reason}`,
      "name a directory that you may write to",
    );
  }
}

function next(directory: string, templates: readonly Template[]): string {
  const [scenario, test] = templates.map(({ file }) => visible(join(directory, file)));
  return `Written: ${scenario}, ${test}

What to try next:
  npx reconcile-kit preview ${scenario}
  npx reconcile-kit compare ${scenario}
  npx reconcile-kit test ${test}
`;
}
