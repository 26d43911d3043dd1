// A scenario may name a lambda's file. The core reads no files, so the lambda's text is put beside the name.

import { memberAt, type Span } from "./json-text.js";

/** Where a scenario names a lambda's file. */
export interface LambdaFile {
  /** The file, relative to the scenario. */
  readonly file: string;
  /** The member `"file": …` in the scenario's text. */
  readonly span: Span;
}

/** The lambda's file that is to be read for the scenario `text`, if it names one and not the lambda itself. */
export function lambdaFileOf(text: string): LambdaFile | undefined {
  if (!text.includes('"lambda"')) return undefined;
  const file = named(text);
  const span = file === undefined ? undefined : memberAt(text, ["lambda", "file"]);
  return file !== undefined && span ? { file, span } : undefined;
}

function named(text: string): string | undefined {
  try {
    const { lambda } = JSON.parse(text) as { lambda?: { file?: unknown; body?: unknown } | null };
    return typeof lambda?.file === "string" && lambda.body === undefined ? lambda.file : undefined;
  } catch {
    // The core says what is wrong with the document.
    return undefined;
  }
}

/** What goes into a text at `offset`. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** The lambda's `body`, as the member that follows its file. */
export function bodyBeside({ span }: LambdaFile, body: string): Insertion {
  return { offset: span.end, text: `, "body": ${JSON.stringify(body)}` };
}
