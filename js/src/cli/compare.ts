// `reconcile-kit compare`: the same login under every linking strategy.

import { compareText } from "../index.js";
import type { Comparison } from "../types.js";
import type { Command } from "./command.js";
import { UsageError } from "./exit.js";
import { indent, parseExact } from "./json-text.js";
import { comparisonText } from "./print/compare.js";
import { styleFor } from "./print/style.js";
import { eachDocument, printJson } from "./report.js";

const HELP = `Simulates the same login under each of the seven linking strategies.

Usage: reconcile-kit compare FILE [--json]

Options:
  --json   print the outcomes as JSON, by strategy
  --help   print this

Exit codes: 0 done, 2 bad usage or an unreadable file, 3 the scenario is
invalid, 4 a lambda does not load.
`;

/** The command `compare`. */
export const compare: Command = {
  summary: "Simulate the same login under every linking strategy",
  help: HELP,
  options: { json: "boolean" },
  async run({ operands, switches }) {
    const [file, another] = operands;
    if (file === undefined || another !== undefined) {
      throw new UsageError("`compare` takes one scenario", "write `reconcile-kit compare FILE`");
    }
    const { answers, findings, exitCode } = await eachDocument([file], ({ text }) =>
      compareText(text),
    );
    const text = answers.get(file);
    if (switches.has("json")) {
      printJson(text ? indent(text) : JSON.stringify({ diagnostics: findings }, null, 2));
    } else if (text) {
      const table = comparisonText(parseExact(text) as Comparison, styleFor(process.stdout));
      process.stdout.write(`${table}\n`);
    }
    return exitCode;
  },
};
