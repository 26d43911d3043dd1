// Reads the files that a command is given.

import { readFileSync } from "node:fs";
import { dirname, extname, isAbsolute, join } from "node:path";
import { type Failure, failure, ReconcileKitError } from "../errors.js";
import { check, decodeText } from "../index.js";
import type { Diagnostic } from "../types.js";
import { type JsonTree, offsetOf, treeOf } from "./json-tree.js";
import { besideName, type Insertion, type NamedFile, namedFileOf } from "./named-file.js";
import { type Position, positionAt } from "./position.js";

/** A lambda's file. */
export interface SourceLambda {
  /** The file, as a path from here. */
  readonly file: string;
  readonly source: string;
}

/** A document as the core takes it. */
export interface SourceDocument {
  /** The file, as the caller wrote it. */
  readonly file: string;
  /** The file's own text. */
  readonly source: string;
  /** JSON text, with the lambda's text and the policy in it. */
  readonly text: string;
  /** The lambda's file that was read for it. */
  readonly lambda?: SourceLambda;
  /** The policy's file that was read for it. */
  readonly policy?: SourceDocument;
  /** Where a finding about `text` stands in the file, when that is not where it says. */
  readonly placeOf?: (finding: Diagnostic) => Position | undefined;
  /** Where the value of a pointer stands in the file, or what is nearest around it. */
  readonly positionOf: (pointer: string) => Position | undefined;
}

/**
 * Reads a document, in YAML or JSON by its name, and the files that it names.
 *
 * @throws {ReconcileKitError} `unreadable-file`, `not-utf8`, `document-too-large`, `not-yaml`.
 */
export async function readDocument(file: string): Promise<SourceDocument> {
  return documentOf(file, readText(file));
}

/** The document that `source` is, as if it stood in `file`. */
export async function documentOf(file: string, source: string): Promise<SourceDocument> {
  const document = await alone(file, source);
  return withPolicy(withLambda(document));
}

/** The document without the files that it names. */
async function alone(file: string, source: string): Promise<SourceDocument> {
  return isYaml(file) ? await fromYaml(file, source) : fromJson(file, source);
}

/** Whether a file is YAML by its name. */
export function isYaml(file: string): boolean {
  return [".yaml", ".yml"].includes(extname(file).toLowerCase());
}

async function fromYaml(file: string, source: string): Promise<SourceDocument> {
  const { readYaml } = await import("./yaml.js");
  const { text, positionOf } = readYaml(source);
  return { file, source, text, positionOf, placeOf: ({ path }) => positionOf(path) };
}

function fromJson(file: string, source: string): SourceDocument {
  let tree: JsonTree | undefined;
  const positionOf = (pointer: string) => {
    tree ??= treeOf(source);
    return positionAt(source, offsetOf(tree, pointer));
  };
  return { file, source, text: source, positionOf };
}

/** The document with the text of the lambda that it names. */
function withLambda(document: SourceDocument): SourceDocument {
  const named = namedFileOf(document.text, "lambda");
  if (!named) return document;
  const { file, source } = readNamed(document, named);
  const insertion = besideName(named, JSON.stringify(source));
  return { ...inserted(document, insertion), lambda: { file, source } };
}

/** The document with the policy whose file it names. */
async function withPolicy(document: SourceDocument): Promise<SourceDocument> {
  const named = namedFileOf(document.text, "policy");
  if (!named) return document;
  const { file, source } = readNamed(document, named);
  const policy = await alone(file, source);
  refuseOtherThanJson(policy, named);
  return { ...inserted(document, besideName(named, policy.text)), policy };
}

/** What is no JSON would break the document around it. */
function refuseOtherThanJson(policy: SourceDocument, { file }: NamedFile): void {
  try {
    JSON.parse(policy.text);
  } catch (error) {
    const [finding] = check(policy.text);
    if (!finding) throw error;
    throw new ReconcileKitError({ ...finding, file }, { cause: error });
  }
}

function inserted(document: SourceDocument, insertion: Insertion): SourceDocument {
  const { text, placeOf } = document;
  const { offset } = insertion;
  const inText = (finding: Diagnostic) => placeBefore(insertion, text, finding);
  const before = (finding: Diagnostic) => placeOf?.({ ...finding, ...inText(finding) });
  return {
    ...document,
    placeOf: placeOf ? before : inText,
    text: text.slice(0, offset) + insertion.text + text.slice(offset),
  };
}

/** The path from here of a file that `document` names. */
export function besideOf(document: string, file: string): string {
  return isAbsolute(file) ? file : join(dirname(document), file);
}

/** Where a finding stood before the insertion moved what follows it in its line. */
function placeBefore(
  insertion: Insertion,
  text: string,
  finding: Diagnostic,
): Position | undefined {
  if (finding.line == null || finding.column == null) return undefined;
  const { line, column } = positionAt(text, insertion.offset);
  const moved = finding.line === line && finding.column > column;
  const length = moved ? [...insertion.text].length : 0;
  return { line: finding.line, column: Math.max(moved ? column : 1, finding.column - length) };
}

function readNamed(document: SourceDocument, { part, file: name }: NamedFile): SourceLambda {
  const file = besideOf(document.file, name);
  try {
    return { file, source: readText(file) };
  } catch (error) {
    if (!(error instanceof ReconcileKitError)) throw error;
    const message = `the ${part}'s file \`${name}\`: ${error.message}`;
    const path = `/${part}/file`;
    const finding = failure(error.code, path, message, error.help);
    const place = document.positionOf(path);
    throw new UnreadNamedFile({ ...finding, ...place }, file, { cause: error });
  }
}

/** A scenario that names a file which cannot be read. */
export class UnreadNamedFile extends ReconcileKitError {
  /** @param namedFile The file, as a path from here. */
  constructor(
    failure: Failure,
    readonly namedFile: string,
    options?: ErrorOptions,
  ) {
    super(failure, options);
  }
}

/**
 * The text of a file.
 *
 * @throws {ReconcileKitError} `unreadable-file`, `not-utf8`, `document-too-large`.
 */
export function readText(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new ReconcileKitError(unreadable(file, error), { cause: error });
  }
  // Some editors begin a file with a byte order mark, which `JSON.parse` does not know.
  return decodeText(bytes).replace(/^\ufeff/, "");
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a directory",
  EACCES: "reading it is not permitted",
};

function unreadable(file: string, error: unknown): Failure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  const help = "name a file that exists and that you may read";
  return failure("unreadable-file", "", `\`${file}\` cannot be read: ${reason}`, help);
}
