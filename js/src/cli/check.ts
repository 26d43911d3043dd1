// `reconcile-kit check`: what is wrong or risky in scenarios, policies, identity providers and lambdas.

import { extname, resolve } from "node:path";
import { ReconcileKitError, toError } from "../errors.js";
import { check as findingsOf, Policy, prepare, versions } from "../index.js";
import type { Diagnostic } from "../types.js";
import type { Arguments } from "./arguments.js";
import { BODY, LambdaChecks } from "./check-lambda.js";
import type { Command } from "./command.js";
import { EXIT, exitCodeOf, UsageError } from "./exit.js";
import { findingText } from "./print/findings.js";
import { type FileFinding, sarifOf } from "./print/sarif.js";
import { styleFor } from "./print/style.js";
import { readText } from "./read-document.js";
import { eachDocument, inFile, printFindings, printJson } from "./report.js";

const HELP = `Validates scenarios, policies, identity providers and reconcile lambdas, and
warns of what will surprise.

Usage: reconcile-kit check FILE... [--json] [--format sarif] [--kickstart]
                           [--type TYPE] [--fusionauth VERSION]
       reconcile-kit check --why FIELD[=VALUE] POLICY [--json]

FILE is a scenario, a policy, or an identity provider as FusionAuth's API
returns it, in JSON or YAML, or a reconcile lambda (.js, .cjs, .mjs). The lambda
and the policy that a scenario names or holds are checked with it, by the
scenario's version, strategy and roles. Every finding has a code, a place and
what to do; its page in docs/rules/ says why.

Options:
  --why FIELD[=VALUE]   say how a policy gives a field a value, such as
                        registration.roles=admin: conditions in words, and the
                        fewest claims that do it
  --type TYPE           type of a lambda that no scenario here names, such as
                        GoogleReconcile (default: OpenIDReconcile)
  --fusionauth VERSION  FusionAuth version of such a lambda, else the newest
  --kickstart           lambdas are going to be in a kickstart file
  --json                print the findings as a JSON array, each with its file
  --format sarif        print them as SARIF 2.1.0
  --help                print this

A finding in a lambda is silenced by a comment in the line before it:
// reconcile-kit-ignore RULE -- reason

Exit codes: 0 no errors, 1 a valid document or a lambda has an error, 2 bad
usage or an unreadable file, 3 a document is invalid, 4 a lambda does not load.
`;

/** The command `check`. */
export const check: Command = {
  summary: "Validate scenarios, policies and lambdas, warn of surprises",
  help: HELP,
  options: {
    json: "boolean",
    why: "string",
    format: "string",
    kickstart: "boolean",
    type: "string",
    fusionauth: "string",
  },
  async run(call) {
    const question = call.values.get("why");
    if (question !== undefined) {
      const { explainWhy } = await import("./why.js");
      return explainWhy(question, call);
    }
    const print = printer(call);
    const { lambdas, documents } = sorted(call.operands);
    const checks = new LambdaChecks(call.switches.has("kickstart"));
    const report = await eachDocument(documents, async (document) => {
      const found = findingsOf(document.text);
      await checks.ofDocument(document);
      const findings = inFile(document.file, found, document);
      return { findings, exitCode: exitCodeFor(found, document.text) };
    });
    const unread = await checkAlone(lambdas, checks, call);
    printFindings(unread.findings);
    const answers = [...report.answers.values()];
    print(
      [...answers.flatMap(({ findings }) => findings), ...checks.findings],
      [...report.findings, ...unread.findings],
      new Set([...[...report.answers.keys()].map((file) => resolve(file)), ...checks.files]).size,
    );
    const exitCodes = answers.map(({ exitCode }) => exitCode);
    return Math.max(report.exitCode, unread.exitCode, checks.exitCode, ...exitCodes);
  },
};

const LAMBDAS: ReadonlySet<string> = new Set([".js", ".cjs", ".mjs"]);

/** The files of a call, lambdas apart from documents. */
function sorted(files: readonly string[]): { lambdas: string[]; documents: string[] } {
  if (files.length === 0) {
    throw new UsageError("`check` needs a file", "write `reconcile-kit check FILE`");
  }
  const typescript = files.find((file) => extname(file).toLowerCase() === ".ts");
  if (typescript) {
    throw new UsageError(
      `\`${typescript}\` is TypeScript, which FusionAuth does not run`,
      "name the JavaScript that is made of it",
    );
  }
  const isLambda = (file: string) => LAMBDAS.has(extname(file).toLowerCase());
  return {
    lambdas: files.filter(isLambda),
    documents: files.filter((file) => !isLambda(file)),
  };
}

/** Checks the lambdas that no document of the call names; answers which could not be read. */
async function checkAlone(
  files: readonly string[],
  checks: LambdaChecks,
  { values }: Arguments,
): Promise<{ findings: FileFinding[]; exitCode: number }> {
  const [type, version] = [values.get("type"), values.get("fusionauth")];
  const known = { ...(type ? { type } : {}), ...(version ? { version } : {}) };
  const alone = files.filter((file) => !checks.has(file));
  if (alone.length === 0 && (type || version)) {
    throw new UsageError(
      `\`--${type ? "type" : "fusionauth"}\` is for a lambda that no scenario of this call names`,
      "leave it out: the scenario says what its lambda is",
    );
  }
  const findings: FileFinding[] = [];
  let exitCode: number = EXIT.done;
  for (const file of alone) {
    try {
      await checks.alone(file, readText(file), known);
    } catch (error) {
      if (!(error instanceof ReconcileKitError)) throw error;
      // What was read has no fault with a path; an option has.
      if (error.path) throw new UsageError(error.message, helpOf(error));
      findings.push(...inFile(file, error.diagnostics));
      exitCode = Math.max(exitCode, exitCodeOf(error));
    }
  }
  return { findings, exitCode };
}

function helpOf({ help, expected }: ReconcileKitError): string {
  return expected ? `${help}; there are: ${expected}` : help;
}

/** An error in a document that can be used is one thing, a document that cannot be used another. */
function exitCodeFor(findings: readonly Diagnostic[], text: string): number {
  if (!findings.some(({ severity }) => severity === "error")) return EXIT.done;
  const faultIsFound = (fault: ReconcileKitError | undefined) =>
    findings.some(({ code, path }) => code === fault?.code && path === fault.path);
  const fault = faultOf(text);
  if (!fault) return EXIT.failed;
  // What was read as something else than a scenario or a policy is an identity provider.
  const isInvalid =
    faultIsFound(fault) ||
    faultIsFound(policyFaultOf(text)) ||
    faultOf(`{"identityProvider":${text},"login":{}}`) !== undefined;
  return isInvalid ? EXIT.invalid : EXIT.failed;
}

/** Why `policy` cannot be run, if it cannot. */
function policyFaultOf(policy: string): ReconcileKitError | undefined {
  try {
    new Policy(policy).free();
    return undefined;
  } catch (error) {
    return toError(error);
  }
}

/** Why `scenario` cannot be simulated, if it cannot. */
function faultOf(scenario: string): ReconcileKitError | undefined {
  try {
    prepare(scenario).free();
    return undefined;
  } catch (error) {
    return toError(error);
  }
}

/** Prints what was found in the documents that were read, and knows of those that were not. */
type Print = (found: readonly FileFinding[], unread: readonly FileFinding[], files: number) => void;

function printer({ switches, values }: Arguments): Print {
  const format = values.get("format");
  if (format !== undefined && format !== "sarif") {
    throw new UsageError(`\`${format}\` is not a format of \`check\``, "the format is `sarif`");
  }
  if (format && switches.has("json")) {
    throw new UsageError("`--json` and `--format sarif` exclude one another", "choose one of them");
  }
  if (format) {
    return (found, unread) => {
      const log = sarifOf([...unread, ...found.map(withoutInnerPlace)], versions().kit);
      printJson(JSON.stringify(log, null, 2));
    };
  }
  if (switches.has("json")) {
    return (found, unread) => printJson(JSON.stringify([...unread, ...found], null, 2));
  }
  return printText;
}

/** A finding without its line, where that is no line of the file that is shown beside it. */
function withoutInnerPlace(finding: FileFinding): FileFinding {
  if (finding.path !== BODY) return finding;
  const { line: _, column: __, ...rest } = finding;
  return rest;
}

const printText: Print = (found, _, files) => {
  const style = styleFor(process.stdout);
  for (const finding of found) {
    // The line is one of the text that the document holds, and not of the document.
    const file = finding.path === BODY ? `${finding.file}#${BODY}` : finding.file;
    process.stdout.write(`${findingText(file, finding, style)}\n\n`);
  }
  if (files === 0) return;
  const count = (severity: string) =>
    found.filter((finding) => finding.severity === severity).length;
  const totals = `${plural(count("error"), "error")}, ${plural(count("warning"), "warning")}`;
  process.stdout.write(`${totals} in ${plural(files, "file")}\n`);
};

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
