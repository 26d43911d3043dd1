// Reads the files that a command is given.

import { readFileSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { type Failure, failure, ReconcileKitError } from "../errors.js";
import { decodeText } from "../index.js";
import { type LambdaFile, lambdaFileOf, withBody } from "./lambda-file.js";
import type { Position } from "./yaml.js";

/** A document as the core takes it. */
export interface SourceDocument {
  /** The file, as the caller wrote it. */
  readonly file: string;
  /** JSON text. */
  readonly text: string;
  /** Where the value of a pointer stands in the file, when `text` is not the file's own text. */
  readonly positionOf?: (pointer: string) => Position | undefined;
}

/**
 * Reads a document, in YAML or JSON by its name, and the lambda's file that it names.
 *
 * @throws {ReconcileKitError} `unreadable-file`, `not-utf8`, `document-too-large`, `not-yaml`.
 */
export async function readDocument(file: string): Promise<SourceDocument> {
  const document = await parse(file, readText(file));
  const lambda = lambdaFileOf(document.text);
  if (!lambda) return document;
  const place =
    document.positionOf?.("/lambda/file") ?? positionIn(document.text, lambda.span.start);
  return { ...document, text: withBody(document.text, lambda, readLambda(file, lambda, place)) };
}

async function parse(file: string, text: string): Promise<SourceDocument> {
  if (![".yaml", ".yml"].includes(extname(file).toLowerCase())) return { file, text };
  const { readYaml } = await import("./yaml.js");
  return { file, ...readYaml(text) };
}

/** The text of the lambda that `document` names at `place`. */
function readLambda(document: string, { file }: LambdaFile, place: Position): string {
  try {
    return readText(resolve(dirname(document), file));
  } catch (error) {
    if (!(error instanceof ReconcileKitError)) throw error;
    const message = `the lambda's file \`${file}\`: ${error.message}`;
    const finding = failure(error.code, "/lambda/file", message, error.help);
    throw new ReconcileKitError({ ...finding, ...place }, { cause: error });
  }
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: [...(before.at(-1) ?? "")].length + 1 };
}

function readText(file: string): string {
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
