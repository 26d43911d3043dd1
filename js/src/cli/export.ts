// `reconcile-kit export`: a policy in FusionAuth's own forms, or FusionAuth's mappings as a policy.

import { nearest } from "../nearest.js";
import { exportPolicy, importPolicy, type PolicyForm } from "../policy/tools.js";
import type { Diagnostic } from "../types.js";
import type { Command } from "./command.js";
import { EXIT, UsageError } from "./exit.js";
import type { SourceDocument } from "./read-document.js";
import { eachDocument, inFile, printFindings, printJson } from "./report.js";

const HELP = `Writes a policy in a form that FusionAuth runs or reads.

Usage: reconcile-kit export POLICY --to FORM [--json]
       reconcile-kit export IDENTITY-PROVIDER --to policy

POLICY is in JSON or YAML; its other form goes to standard output, and what is
lost or differs to standard error. IDENTITY-PROVIDER is as FusionAuth's API
returns it: its attributeMappings or claimMap become a policy.

Forms:
  lambda              a reconcile lambda that does what the policy does
  attribute-mappings  FusionAuth's attributeMappings, for plain copies (1.65+)
  login-validation    the gates as a LoginValidation lambda, which can refuse
                      with a message (1.53+)
  kickstart           the requests that create the lambda and assign it
  policy              a policy, of an identity provider's own mappings

Options:
  --json   print { text, findings } as JSON
  --help   print this

Exit codes: 0 done, 1 it cannot be written in this form, 2 bad usage or an
unreadable file, 3 the document is invalid.
`;

const FORMS = ["lambda", "attribute-mappings", "login-validation", "kickstart"] as const;

/** What an export came to. */
interface Answer {
  readonly text: string;
  readonly findings: readonly Diagnostic[];
}

/** The command `export`. */
export const exportCommand: Command = {
  summary: "Write a policy as a lambda, mappings, a validation or kickstart",
  help: HELP,
  options: { to: "string", json: "boolean" },
  async run({ operands, switches, values }) {
    const [file, another] = operands;
    if (file === undefined || another !== undefined) {
      throw new UsageError(
        "`export` takes one file",
        "write `reconcile-kit export POLICY --to lambda`",
      );
    }
    const work = workFor(values.get("to"));
    const { answers, findings, exitCode } = await eachDocument([file], (document) => ({
      document,
      ...work(document),
    }));
    const answer = answers.get(file);
    if (!answer) {
      if (switches.has("json")) printJson(JSON.stringify({ diagnostics: findings }, null, 2));
      return exitCode;
    }
    const placed = inFile(file, answer.findings, answer.document);
    if (switches.has("json")) {
      printJson(JSON.stringify({ text: answer.text, findings: placed }, null, 2));
    } else {
      printFindings(placed);
      process.stdout.write(answer.text);
    }
    const failed = placed.some(({ severity }) => severity === "error");
    return failed ? Math.max(exitCode, EXIT.failed) : exitCode;
  },
};

function workFor(to: string | undefined): (document: SourceDocument) => Answer {
  if (to === undefined) {
    throw new UsageError("`export` needs a form", "add `--to lambda`; `--help` lists the forms");
  }
  if (to === "policy") return imported;
  const form = FORMS.find((form) => form === to);
  if (!form) throw unknownForm(to);
  return ({ text }) => ended(exportPolicy(text, form));
}

function imported({ text }: SourceDocument): Answer {
  const { policy, findings } = importPolicy(text);
  return { text: `${JSON.stringify(policy, null, 2)}\n`, findings };
}

/** A text file ends with a line end. */
function ended({ text, findings }: Answer): Answer {
  return { text: text === "" || text.endsWith("\n") ? text : `${text}\n`, findings };
}

function unknownForm(to: string): UsageError {
  const forms: readonly (PolicyForm | "policy")[] = [...FORMS, "policy"];
  const near = nearest(to, forms);
  const help = near ? `did you mean \`${near}\`?` : `the forms are ${forms.join(", ")}`;
  return new UsageError(`\`${to}\` is not a form of a policy`, help);
}
