// `reconcile-kit diff`: where two policies differ, with claims that show it.

import { diffPolicies } from "../policy/tools.js";
import type { Command } from "./command.js";
import { EXIT, UsageError } from "./exit.js";
import { diffText } from "./print/policy-diff.js";
import { styleFor } from "./print/style.js";
import { eachDocument, printJson } from "./report.js";

const HELP = `Says where two policies differ, each place with claims on which they do.

Usage: reconcile-kit diff OLD NEW [--json]

OLD and NEW are policies in JSON or YAML. Conditions are compared by reasoning
and not by trying, so "no differences" holds for every login. Where that cannot
be decided, it is said.

Options:
  --json   print the differences as JSON
  --help   print this

Exit codes: 0 they do the same, 1 they differ or it cannot be decided, 2 bad
usage or an unreadable file, 3 a policy is invalid.
`;

/** The command `diff`. */
export const diff: Command = {
  summary: "Find the claims on which two policies differ",
  help: HELP,
  options: { json: "boolean" },
  async run({ operands, switches }) {
    const [before, after, another] = operands;
    if (before === undefined || after === undefined || another !== undefined) {
      throw new UsageError("`diff` takes two policies", "write `reconcile-kit diff OLD NEW`");
    }
    const report = await eachDocument([before, after], ({ text }) => {
      // Each is read by itself first, so that what is wrong is told of its own file.
      diffPolicies(text, text);
      return text;
    });
    const [one, other] = [report.answers.get(before), report.answers.get(after)];
    if (one === undefined || other === undefined) {
      if (switches.has("json")) {
        printJson(JSON.stringify({ diagnostics: report.findings }, null, 2));
      }
      return report.exitCode;
    }
    const found = diffPolicies(one, other);
    if (switches.has("json")) printJson(JSON.stringify(found, null, 2));
    else process.stdout.write(`${diffText(found, { before, after }, styleFor(process.stdout))}\n`);
    return found.same ? EXIT.done : EXIT.failed;
  },
};
