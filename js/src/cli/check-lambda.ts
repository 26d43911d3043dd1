// The lambdas that `check` comes across: each with what is known of it, each finding once.

import { resolve } from "node:path";
import { ReconcileKitError } from "../errors.js";
import type { CheckLambdaOptions } from "../lambda-check/public.js";
import type { Diagnostic } from "../types.js";
import { EXIT } from "./exit.js";
import type { FileFinding } from "./print/sarif.js";
import type { SourceDocument } from "./read-document.js";

/** Where the text of a lambda stands that a document holds itself. */
export const BODY = "/lambda/body";

/** What is known of a lambda beside its text. */
type Known = Pick<CheckLambdaOptions, "scenario" | "type" | "version" | "kickstart">;

/** Checks lambdas and keeps what was found in each. */
export class LambdaChecks {
  /** By lambda, what each of its checks found. */
  readonly #found = new Map<string, FileFinding[][]>();
  #exitCode: number = EXIT.done;

  constructor(readonly kickstart: boolean) {}

  /** Checks the lambda that a document names or holds, if it does. */
  async ofDocument(document: SourceDocument): Promise<void> {
    const { file, lambda, text } = document;
    const body = lambda?.source ?? bodyOf(text);
    if (body === undefined) return;
    const findings = await this.#inScenario(body, text);
    if (lambda) this.#keep(lambda.file, inFile(findings, lambda.file));
    else this.#keep(file, inFile(findings, file, BODY));
  }

  /** Checks a lambda of which no document says anything. */
  async alone(file: string, body: string, known: Known): Promise<void> {
    this.#keep(file, inFile(await this.#check(body, known), file));
  }

  /** Whether the lambda in `file` was checked. */
  has(file: string): boolean {
    return this.#found.has(resolve(file));
  }

  /** The files with a lambda, as paths from anywhere. */
  get files(): readonly string[] {
    return [...this.#found.keys()];
  }

  get exitCode(): number {
    return this.#exitCode;
  }

  /** What was found. A lambda that several scenarios share says the same thing once. */
  get findings(): FileFinding[] {
    return [...this.#found.values()].flatMap(merged);
  }

  async #inScenario(body: string, scenario: string): Promise<Diagnostic[]> {
    try {
      return await this.#check(body, { scenario });
    } catch (error) {
      // Of a scenario that is invalid nothing is known. What is wrong with it is said elsewhere.
      if (!(error instanceof ReconcileKitError)) throw error;
      return this.#check(body, {});
    }
  }

  async #check(body: string, known: Known): Promise<Diagnostic[]> {
    const { checkLambda, keepsFromLoading } = await import("../lambda-check/public.js");
    const findings = checkLambda(body, { ...known, kickstart: this.kickstart });
    for (const finding of findings) {
      if (keepsFromLoading(finding)) this.#exitCode = EXIT.lambda;
      else if (finding.severity === "error") {
        this.#exitCode = Math.max(this.#exitCode, EXIT.failed);
      }
    }
    return findings;
  }

  #keep(file: string, findings: FileFinding[]): void {
    const key = resolve(file);
    this.#found.set(key, [...(this.#found.get(key) ?? []), findings]);
  }
}

/** The lambda's text in a document that holds it. */
function bodyOf(text: string): string | undefined {
  try {
    const { lambda } = JSON.parse(text) as { lambda?: { body?: unknown } | null };
    return typeof lambda?.body === "string" ? lambda.body : undefined;
  } catch {
    // What is wrong with the document is said elsewhere.
    return undefined;
  }
}

/** What several checks of one lambda found, in the order of its text. */
function merged(checks: readonly (readonly FileFinding[])[]): FileFinding[] {
  const texts = checks.map((check) => check.map((finding) => JSON.stringify(finding)));
  const distinct = new Map(checks.flat().map((finding) => [JSON.stringify(finding), finding]));
  const findings = [...distinct].flatMap(([text, finding]) => {
    // A comment is superfluous when no scenario needs it.
    const isEverywhere = texts.every((check) => check.includes(text));
    return finding.code !== "unused-suppression" || isEverywhere ? [finding] : [];
  });
  return findings.sort(
    (one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0),
  );
}

function inFile(findings: readonly Diagnostic[], file: string, path = ""): FileFinding[] {
  return findings.map((finding) => ({ ...finding, file, path }));
}
