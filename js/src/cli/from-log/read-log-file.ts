// A file with a debug log, ready to be used: its lines, and what of it must not be passed on.

import { failure, ReconcileKitError } from "../../errors.js";
import { readText } from "../read-document.js";
import { type ReadLog, readLog } from "./read-log.js";
import { Tokens } from "./tokens-out.js";

/** A log that was read. */
export interface LogFile extends ReadLog {
  readonly tokens: Tokens;
}

/**
 * Reads the debug log in `file`.
 *
 * @throws {ReconcileKitError} `log-not-recognised`, and what every file may be: `unreadable-file`, `not-utf8`,
 *   `document-too-large`.
 */
export function readLogFile(file: string): LogFile {
  return recognised(readText(file));
}

/**
 * Reads the text of a debug log.
 *
 * @throws {ReconcileKitError} `log-not-recognised` where no line of it is known.
 */
export function recognised(text: string): LogFile {
  const log = readLog(text);
  const tokens = new Tokens(log.lines.map((line) => line.text).join("\n"));
  if (log.logins.length > 0) return { ...log, tokens };
  const [first] = log.lines;
  const help =
    "give the message of an event-log entry that an identity provider with debug on wrote";
  throw new ReconcileKitError({
    ...failure("log-not-recognised", "", "no line is one of FusionAuth's debug log", help),
    line: first?.number ?? 1,
    column: 1,
    found: tokens.shown(first?.text ?? ""),
    expected: "lines such as `Linking strategy [LinkByEmail]`",
  });
}
