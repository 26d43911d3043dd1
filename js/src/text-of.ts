import { failure, ReconcileKitError, reasonOf } from "./errors.js";

/**
 * The JSON text of a document. A text is taken as it is; of an object, what is `undefined` is absent.
 *
 * @throws {ReconcileKitError} `not-json` where the value has no JSON text: a cycle, a BigInt, a function.
 */
export function textOf(document: unknown): string {
  if (typeof document === "string") return document;
  let text: string | undefined;
  try {
    text = JSON.stringify(document);
  } catch (error) {
    throw notJson(firstLine(reasonOf(error)), error);
  }
  if (text === undefined) throw notJson(`it is ${typeof document}`);
  return text;
}

/** V8 draws the path of a cycle below its first line. */
function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}

function notJson(reason: string, cause?: unknown): ReconcileKitError {
  const help = "pass JSON text, or an object of plain values without cycles";
  const message = `the document cannot be written as JSON: ${reason}`;
  return new ReconcileKitError(failure("not-json", "", message, help), { cause });
}
