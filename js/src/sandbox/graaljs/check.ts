// Tries a process out: one that was just built, before it is put in place.

import { broken } from "../../engines/errors.js";
import type { GraalJsVersion } from "../../engines/versions.js";
import { DEFAULT_LIMITS } from "../limits.js";
import { wordsFor } from "./options.js";
import { GraalJsProcess } from "./process.js";

/** A realm that only runs the lambda with a text, and a lambda that does something with it. */
const REALM = '() => (request, text) => (request === "run" ? reconcile(text) : "")';
const LAMBDA = "function reconcile(text) { return text.toUpperCase(); }";
const PATIENCE = 60_000;

/**
 * Runs a lambda in the process that `archives` make.
 *
 * @throws {ReconcileKitError} when that does not go well.
 */
export function checkHost(
  command: string,
  archives: readonly string[],
  version: GraalJsVersion,
): void {
  const { words, settings } = wordsFor(archives, DEFAULT_LIMITS);
  const process = new GraalJsProcess(command, words);
  try {
    process.ask(PATIENCE, "begin", REALM, "{}", ...settings);
    process.tell("take", "0", LAMBDA, "");
    const answer = process.ask(PATIENCE, "run", "0", "it works");
    if (answer[1] !== "IT WORKS") throw new Error(`it answers \`${answer.join(" ")}\``);
  } catch (error) {
    throw broken(version, error instanceof Error ? error.message : String(error));
  } finally {
    process.end();
  }
}
