// `reconcile-kit preview`: what a login does.

import { ReconcileKitError } from "../errors.js";
import type { Preview } from "../types.js";
import type { Arguments } from "./arguments.js";
import type { Command } from "./command.js";
import { ENGINE_HELP, engineIn } from "./engine-choice.js";
import { UsageError } from "./exit.js";
import { indent, parseExact } from "./json-text.js";
import { previewText } from "./print/preview.js";
import { styleFor } from "./print/style.js";
import { visible, wrap } from "./print/text.js";
import { eachDocument, nameOf, printJson, type Report } from "./report.js";
import {
  exitCodeOfOutcomes,
  type Options,
  outcomesOf,
  type Simulator,
  withSimulator,
} from "./simulate.js";

const HELP = `Simulates the login of each scenario and prints what it does.

Usage: reconcile-kit preview FILE... [--trace] [--strategy NAME] [--engine NAME]
                             [--json]
       reconcile-kit preview FILE --log LOG

FILE is a scenario in JSON or YAML. The verdict comes first, then who the person
is, what changes, and what to watch out for. The scenario's lambda is run: its
file is looked for beside the scenario.

Options:
  --trace          print why, step by step
  --strategy NAME  simulate under another linking strategy
${ENGINE_HELP}
  --log LOG        compare with a FusionAuth debug log, line by line
  --json           print the outcome as JSON, for several files an object of
                   outcomes by file; for an unusable file its diagnostics
  --help           print this

Exit codes: 0 done, whatever the outcome; 1 the log differs, 2 bad usage, an
unreadable file or an engine that cannot be used, 3 a scenario or log is
invalid, 4 a lambda does not load.
`;

/** An outcome's text and value, and what its scenario shows. */
interface Answer {
  readonly text: string;
  readonly preview: Preview;
  readonly name: string;
  readonly lambdaFile: string | undefined;
}

/** The command `preview`. */
export const preview: Command = {
  summary: "Simulate a login: which user, link and registration come of it",
  help: HELP,
  options: {
    json: "boolean",
    trace: "boolean",
    strategy: "string",
    engine: "string",
    log: "string",
  },
  async run({ operands, switches, values }) {
    if (operands.length === 0) {
      throw new UsageError("`preview` needs a scenario", "write `reconcile-kit preview FILE`");
    }
    const log = values.get("log");
    if (log !== undefined && (switches.has("json") || operands.length > 1)) {
      throw new UsageError(
        "`--log` goes with one scenario, and not with `--json`",
        "write `reconcile-kit preview FILE --log LOG`",
      );
    }
    const options = optionsOf(values);
    const report = await withSimulator(engineIn(values), (simulator) =>
      eachDocument(operands, async ({ text, lambda }): Promise<Answer> => {
        const outcome = await underStrategy(simulator, text, options);
        const preview = parseExact(outcome) as Preview;
        return { text: outcome, preview, name: nameOf(text) ?? "", lambdaFile: lambda?.file };
      }),
    );
    if (switches.has("json")) printJson(jsonOf(operands, report));
    else printPreviews(operands, report, switches.has("trace"));
    const outcomes = [...report.answers.values()].flatMap(({ preview }) => outcomesOf(preview));
    const code = Math.max(report.exitCode, exitCodeOfOutcomes(outcomes));
    const [answer] = report.answers;
    if (log === undefined || !answer) return code;
    const [scenario, { preview }] = answer;
    const { printLogComparison } = await import("./from-log/commands.js");
    return Math.max(code, printLogComparison(log, scenario, preview));
  },
};

function optionsOf(values: Arguments["values"]): Options {
  const strategy = values.get("strategy");
  // The core knows the names, and says so when this is none of them.
  return strategy === undefined ? {} : { strategy: strategy as NonNullable<Options["strategy"]> };
}

async function underStrategy(
  simulator: Simulator,
  text: string,
  options: Options,
): Promise<string> {
  try {
    return await simulator.simulate(text, options);
  } catch (error) {
    if (error instanceof ReconcileKitError && error.code === "unknown-strategy") {
      throw new UsageError(error.message, error.help);
    }
    throw error;
  }
}

/** The outcomes' own text, because parsing it would lose digits; for an unusable file, why. */
function jsonOf(files: readonly string[], { answers, findings }: Report<Answer>): string {
  const textOf = (file: string) =>
    answers.get(file)?.text ??
    JSON.stringify({ diagnostics: findings.filter((finding) => finding.file === file) });
  const [first, ...others] = new Set(files);
  if (first !== undefined && others.length === 0) return indent(textOf(first));
  const members = [...new Set(files)].map((file) => `${JSON.stringify(file)}:${textOf(file)}`);
  return indent(`{${members.join(",")}}`);
}

function printPreviews(
  files: readonly string[],
  { answers }: Report<Answer>,
  trace: boolean,
): void {
  const style = styleFor(process.stdout);
  const texts = [...answers].map(([file, { preview, name, lambdaFile }]) => {
    const title = [
      ...(files.length > 1 ? [style.strong(visible(file))] : []),
      ...(name === "" ? [] : [style.faint(wrap(visible(name)))]),
    ];
    const shown = previewText(preview, { trace, lambdaFile }, style);
    return title.length === 0 ? shown : `${title.join("\n")}\n\n${shown}`;
  });
  if (texts.length > 0) process.stdout.write(`${texts.join("\n\n\n")}\n`);
}
