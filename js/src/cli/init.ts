// `reconcile-kit init`: first files that run as they are.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../nearest.js";
import type { Arguments } from "./arguments.js";
import type { Command } from "./command.js";
import { EXIT, UsageError } from "./exit.js";
import { FILES, POLICY_FILES, write } from "./init/files.js";
import { COGNITO } from "./init/openid.js";
import { starterFor, TYPES } from "./init/starters.js";
import { visible } from "./print/text.js";

const HELP = `Writes a first lambda, policy, scenario and tests, which run as they are.

Usage: reconcile-kit init [cognito] [DIR]
       reconcile-kit init --type TYPE [DIR]
       reconcile-kit init --from-log FILE [DIR]

  reconcile.js          the reconcile lambda
  login.scenario.json   a first login, for \`preview\` and \`compare\`
  login.test.json       two logins and what they should lead to, for \`test\`
  policy.json           the same mapping as a policy, for Cognito
  policy.test.json      what it should lead to

They go to DIR, or to this directory. Nothing is overwritten. Without TYPE
they are for Cognito. With it the lambda is FusionAuth's documented default
mapping, or a starting point where there is none.

TYPE is the identity provider's type or the lambda's, in any case, such as
Google or GoogleReconcile:
${wrapped(TYPES)}

Options:
  --type TYPE      write files for another type of identity provider
  --from-log FILE  write the scenario that a FusionAuth debug log shows
  --help           print this

Exit codes: 0 done; 2 bad usage, or a file is there already or cannot be read or
written; 3 the file is no such log, or shows nobody who logs in.
`;

const KIND = "cognito";

/** The command `init`. */
export const init: Command = {
  summary: "Write a first lambda, policy, scenario and tests",
  help: HELP,
  options: { type: "string", "from-log": "string" },
  async run(call) {
    const directory = directoryOf(call);
    const type = call.values.get("type");
    const log = call.values.get("from-log");
    if (log !== undefined) {
      const { initFromLog } = await import("./from-log/commands.js");
      return initFromLog(log, directory);
    }
    const starter = type === undefined ? COGNITO : starterFor(type);
    write(starter, directory);
    process.stdout.write(next(directory, starter.policy !== undefined));
    return EXIT.done;
  },
};

/** `init`, `init cognito`, `init DIR` and `init cognito DIR` are all meant, and `init --type TYPE DIR`. */
function directoryOf({ operands, values }: Arguments): string {
  const [first = ".", second, third] = operands;
  if (values.has("type") && values.has("from-log")) {
    const help = "leave one of them out: the log shows the type";
    throw new UsageError("`--type` and `--from-log` exclude one another", help);
  }
  if (values.has("type") || values.has("from-log")) return directoryBesideType(first, second);
  if (first === KIND && third === undefined) return second ?? ".";
  const misspelt = nearest(first, [KIND]) !== undefined && !existsSync(first);
  if (second === undefined && !misspelt) return first;
  const help = misspelt ? `did you mean \`${KIND}\`?` : "write `reconcile-kit init cognito DIR`";
  throw new UsageError(`\`init\` does not know \`${third ?? first}\``, help);
}

function directoryBesideType(directory: string, more: string | undefined): string {
  if (directory === KIND) {
    const help = "leave one of them out: Cognito is an OpenIDConnect identity provider";
    throw new UsageError(`\`${KIND}\` and \`--type\` or \`--from-log\` exclude one another`, help);
  }
  if (more === undefined) return directory;
  const help = "write `reconcile-kit init --type TYPE DIR`";
  throw new UsageError(`\`init\` does not know \`${more}\``, help);
}

/** The names in lines of a terminal's width. */
function wrapped(names: readonly string[]): string {
  const lines = [""];
  for (const name of names) {
    const line = `${lines.at(-1)}${lines.at(-1) ? ", " : "  "}${name}`;
    if (line.length < 78) lines[lines.length - 1] = line;
    else lines.push(`  ${name}`);
  }
  return lines.join(",\n");
}

function next(directory: string, hasPolicy: boolean): string {
  const path = (file: string) => visible(join(directory, file));
  const [lambda, scenario, test] = [FILES.lambda, FILES.scenario, FILES.test].map(path);
  const policy = path(POLICY_FILES.policy);
  const policyTest = path(POLICY_FILES.test);
  const written = [lambda, scenario, test, ...(hasPolicy ? [policy, policyTest] : [])];
  const ofPolicy = `  npx reconcile-kit test ${policyTest}
  npx reconcile-kit check --why registration.roles=admin ${policy}
  npx reconcile-kit export ${policy} --to lambda
`;
  return `Written: ${written.join(", ")}

What to try next:
  npx reconcile-kit preview ${scenario}
  npx reconcile-kit compare ${scenario}
  npx reconcile-kit test ${test}
${hasPolicy ? ofPolicy : ""}`;
}
