// `reconcile-kit check`: what is wrong or risky in scenarios and identity providers.

import { extname } from "node:path";
import { type ReconcileKitError, toError } from "../errors.js";
import { check as findingsOf, prepare, versions } from "../index.js";
import type { Arguments } from "./arguments.js";
import type { Command } from "./command.js";
import { EXIT, UsageError } from "./exit.js";
import { findingText } from "./print/findings.js";
import { type FileFinding, sarifOf } from "./print/sarif.js";
import { styleFor } from "./print/style.js";
import { eachDocument, inFile, printJson } from "./report.js";

const HELP = `Validates scenarios and identity providers, and warns of what will surprise.

Usage: reconcile-kit check FILE... [--json] [--format sarif]

FILE is a scenario, or an identity provider as FusionAuth's API returns it, in
JSON or YAML. Every finding has a code, a place and what to do; its page in
docs/rules/ says why.

Options:
  --json          print the findings as a JSON array, each with its file
  --format sarif  print them as SARIF 2.1.0
  --help          print this

Exit codes: 0 no errors, 1 a valid document has an error, 2 bad usage or an
unreadable file, 3 a document is invalid.
`;

/** The command `check`. */
export const check: Command = {
  summary: "Validate scenarios and identity providers, and warn of surprises",
  help: HELP,
  options: { json: "boolean", format: "string" },
  async run(call) {
    const print = printer(call);
    if (call.operands.length === 0) {
      throw new UsageError("`check` needs a file", "write `reconcile-kit check FILE`");
    }
    const code = call.operands.find((file) =>
      [".js", ".cjs", ".mjs", ".ts"].includes(extname(file)),
    );
    if (code) {
      throw new UsageError(
        `\`${code}\` is code, and \`check\` reads documents`,
        "name a scenario or an identity provider, in JSON or YAML",
      );
    }
    const report = await eachDocument(call.operands, (document) => {
      const findings = inFile(document.file, findingsOf(document.text), document);
      return { findings, exitCode: exitCodeFor(findings, document.text) };
    });
    const answers = [...report.answers.values()];
    print(
      answers.flatMap(({ findings }) => findings),
      report.findings,
      answers.length,
    );
    return Math.max(report.exitCode, ...answers.map(({ exitCode }) => exitCode));
  },
};

/** An error in a document that can be used is one thing, a document that cannot be used another. */
function exitCodeFor(findings: readonly FileFinding[], text: string): number {
  if (!findings.some(({ severity }) => severity === "error")) return EXIT.done;
  const fault = faultOf(text);
  if (!fault) return EXIT.failed;
  const isScenario = findings.some(({ code, path }) => code === fault.code && path === fault.path);
  // What was read as something else than a scenario is an identity provider.
  const isInvalid = isScenario || faultOf(`{"identityProvider":${text},"login":{}}`);
  return isInvalid ? EXIT.invalid : EXIT.failed;
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
      const log = sarifOf([...unread, ...found], versions().kit);
      printJson(JSON.stringify(log, null, 2));
    };
  }
  if (switches.has("json")) {
    return (found, unread) => printJson(JSON.stringify([...unread, ...found], null, 2));
  }
  return printText;
}

const printText: Print = (found, _, files) => {
  const style = styleFor(process.stdout);
  for (const finding of found) {
    process.stdout.write(`${findingText(finding.file, finding, style)}\n\n`);
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
