// The files of a starter, and how they are written.

import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Scenario } from "../../types.js";
import { UsageError } from "../exit.js";
import type { Starter } from "./starter.js";

/** The files, in the order in which they are written. */
export const FILES = {
  lambda: "reconcile.js",
  scenario: "login.scenario.json",
  test: "login.test.json",
} as const;

const SCHEMA = "node_modules/reconcile-kit/schemas/scenario.schema.json";

/**
 * Writes the files of `starter` into `directory`.
 *
 * @throws {UsageError} when one of them is there already, or cannot be written.
 */
export function write(starter: Starter, directory: string): void {
  const present = Object.values(FILES).find((file) => existsSync(join(directory, file)));
  if (present) {
    throw new UsageError(
      `\`${join(directory, present)}\` is there already, and nothing was written`,
      "remove it, or name another directory at the end of the call",
    );
  }
  try {
    mkdirSync(directory, { recursive: true });
    for (const [file, text] of textsOf(starter, schemaFrom(directory))) {
      // `wx` refuses to overwrite even if somebody else was faster.
      writeFileSync(join(directory, file), text, { flag: "wx" });
    }
  } catch (error) {
    throw unwritable(directory, error);
  }
}

function textsOf(starter: Starter, schema: string): readonly (readonly [string, string])[] {
  const json = (scenario: Scenario) =>
    `${JSON.stringify({ $schema: schema, ...scenario }, null, 2)}\n`;
  return [
    [FILES.lambda, starter.lambda],
    [FILES.scenario, json(starter.scenario)],
    [FILES.test, json(starter.test)],
  ];
}

/** Where editors find the scenario's schema, from `directory`. */
export function schemaFrom(directory: string): string {
  const path = relative(resolve(directory), resolve(SCHEMA)).split(sep).join("/");
  return path.startsWith("../") ? path : `./${path}`;
}

/** Why nothing could be written into `directory`. */
export function unwritable(directory: string, error: unknown): UsageError {
  const isFile = statSync(directory, { throwIfNoEntry: false })?.isFile();
  const reason = error instanceof Error ? error.message : String(error);
  return new UsageError(
    isFile ? `\`${directory}\` is a file` : `nothing could be written: ${reason}`,
    "name a directory that you may write to",
  );
}
