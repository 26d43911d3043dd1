// `reconcile-kit compare`: the same login under every linking strategy.

import type { Comparison } from "../types.js";
import type { Command } from "./command.js";
import { ENGINE_HELP, engineIn } from "./engine-choice.js";
import { UsageError } from "./exit.js";
import { indent, parseExact } from "./json-text.js";
import { comparisonText } from "./print/compare.js";
import { styleFor } from "./print/style.js";
import { eachDocument, printJson } from "./report.js";
import { exitCodeOfOutcomes, outcomesOf, withSimulator } from "./simulate.js";

const HELP = `Simulates the same login under each of the seven linking strategies.

Usage: reconcile-kit compare FILE [--engine NAME] [--json]

FILE is a scenario in JSON or YAML. Its lambda is run under every strategy that
runs lambdas.

Options:
${ENGINE_HELP}
  --json           print the outcomes as JSON, by strategy
  --help           print this

Exit codes: 0 done, 2 bad usage, an unreadable file or an engine that cannot
be used, 3 the scenario is invalid, 4 a lambda does not load.
`;

/** The command `compare`. */
export const compare: Command = {
  summary: "Simulate the same login under every linking strategy",
  help: HELP,
  options: { engine: "string", json: "boolean" },
  async run({ operands, switches, values }) {
    const [file, another] = operands;
    if (file === undefined || another !== undefined) {
      throw new UsageError("`compare` takes one scenario", "write `reconcile-kit compare FILE`");
    }
    const { answers, findings, exitCode } = await withSimulator(engineIn(values), (simulator) =>
      eachDocument([file], ({ text }) => simulator.compare(text)),
    );
    const text = answers.get(file);
    if (text === undefined) {
      if (switches.has("json")) printJson(JSON.stringify({ diagnostics: findings }, null, 2));
      return exitCode;
    }
    const comparison = parseExact(text) as Comparison;
    if (switches.has("json")) printJson(indent(text));
    else process.stdout.write(`${comparisonText(comparison, styleFor(process.stdout))}\n`);
    return exitCodeOfOutcomes(Object.values(comparison).flatMap(outcomesOf));
  },
};
