// Reads the files that a command is given.

import { readFileSync } from "node:fs";
import { dirname, extname, isAbsolute, join } from "node:path";
import { type Failure, failure, ReconcileKitError } from "../errors.js";
import { decodeText } from "../index.js";
import type { Diagnostic } from "../types.js";
import { type JsonTree, offsetOf, treeOf } from "./json-tree.js";
import { bodyBeside, type Insertion, type LambdaFile, lambdaFileOf } from "./lambda-file.js";
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
  /** JSON text, with the lambda's text in it. */
  readonly text: string;
  /** The lambda's file that was read for it. */
  readonly lambda?: SourceLambda;
  /** Where a finding about `text` stands in the file, when that is not where it says. */
  readonly placeOf?: (finding: Diagnostic) => Position | undefined;
  /** Where the value of a pointer stands in the file, or what is nearest around it. */
  readonly positionOf: (pointer: string) => Position | undefined;
}

/**
 * Reads a document, in YAML or JSON by its name, and the lambda's file that it names.
 *
 * @throws {ReconcileKitError} `unreadable-file`, `not-utf8`, `document-too-large`, `not-yaml`.
 */
export async function readDocument(file: string): Promise<SourceDocument> {
  return documentOf(file, readText(file));
}

/** The document that `source` is, as if it stood in `file`. */
export async function documentOf(file: string, source: string): Promise<SourceDocument> {
  const document = isYaml(file) ? await fromYaml(file, source) : fromJson(file, source);
  const lambda = lambdaFileOf(document.text);
  return lambda ? withLambda(document, lambda) : document;
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
function withLambda(document: SourceDocument, named: LambdaFile): SourceDocument {
  const lambda = readLambda(document, named);
  const { text } = document;
  const insertion = bodyBeside(named, lambda.source);
  const { offset } = insertion;
  const inText = (finding: Diagnostic) => placeBefore(insertion, text, finding);
  return {
    ...document,
    placeOf: document.placeOf ?? inText,
    lambda,
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

function readLambda(document: SourceDocument, { file: name }: LambdaFile): SourceLambda {
  const file = besideOf(document.file, name);
  try {
    return { file, source: readText(file) };
  } catch (error) {
    if (!(error instanceof ReconcileKitError)) throw error;
    const message = `the lambda's file \`${name}\`: ${error.message}`;
    const finding = failure(error.code, "/lambda/file", message, error.help);
    const place = document.positionOf("/lambda/file");
    throw new UnreadLambda({ ...finding, ...place }, file, { cause: error });
  }
}

/** A scenario whose lambda's file cannot be read. */
export class UnreadLambda extends ReconcileKitError {
  /** @param lambdaFile The file, as a path from here. */
  constructor(
    failure: Failure,
    readonly lambdaFile: string,
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
