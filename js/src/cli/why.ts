// `reconcile-kit check --why`: how a policy gives a field a value.

import { why } from "../policy/tools.js";
import type { Arguments } from "./arguments.js";
import { EXIT, UsageError } from "./exit.js";
import { whyText } from "./print/policy-why.js";
import { styleFor } from "./print/style.js";
import { eachDocument, printJson } from "./report.js";

/** Options of `check` that say nothing beside `--why`. */
const OTHERS = ["format", "type", "fusionauth"] as const;

/** Answers `question` about the one policy of the call. */
export async function explainWhy(
  question: string,
  { operands, switches, values }: Arguments,
): Promise<number> {
  const [file, another] = operands;
  if (file === undefined || another !== undefined) {
    const help = "write `reconcile-kit check --why registration.roles=admin POLICY`";
    throw new UsageError("`--why` is asked of one policy", help);
  }
  const other = OTHERS.find((name) => values.has(name)) ?? switches.has("kickstart");
  if (other) {
    const name = other === true ? "kickstart" : other;
    throw new UsageError(
      `\`--why\` and \`--${name}\` exclude one another`,
      "leave one of them out",
    );
  }
  const { answers, findings, exitCode } = await eachDocument([file], ({ text }) =>
    why(text, question),
  );
  const answer = answers.get(file);
  if (switches.has("json")) {
    printJson(JSON.stringify(answer ?? { diagnostics: findings }, null, 2));
  } else if (answer) {
    process.stdout.write(`${whyText(answer, styleFor(process.stdout))}\n`);
  }
  return answer ? EXIT.done : exitCode;
}
