// A scenario may name a lambda's file. The core reads no files, so the lambda's text takes the name's place.

import { memberAt, type Span } from "./json-text.js";

/** Where a scenario names a lambda's file. */
export interface LambdaFile {
  /** The file, relative to the scenario. */
  readonly file: string;
  /** The member `"file": …` in the scenario's text. */
  readonly span: Span;
}

/** The lambda's file that the scenario `text` names, if it does. */
export function lambdaFileOf(text: string): LambdaFile | undefined {
  if (!text.includes('"lambda"')) return undefined;
  const file = named(text);
  const span = file === undefined ? undefined : memberAt(text, ["lambda", "file"]);
  return file !== undefined && span ? { file, span } : undefined;
}

function named(text: string): string | undefined {
  try {
    const { lambda } = JSON.parse(text) as { lambda?: { file?: unknown } | null };
    return typeof lambda?.file === "string" ? lambda.file : undefined;
  } catch {
    // The core says what is wrong with the document.
    return undefined;
  }
}

/** The scenario `text` with the lambda's `body` in place of its file. */
export function withBody(text: string, { span }: LambdaFile, body: string): string {
  return `${text.slice(0, span.start)}"body": ${JSON.stringify(body)}${text.slice(span.end)}`;
}
