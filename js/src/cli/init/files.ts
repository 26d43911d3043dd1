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

/** The files of a policy, where the starter has one. */
export const POLICY_FILES = { policy: "policy.json", test: "policy.test.json" } as const;

const SCHEMAS = "node_modules/reconcile-kit/schemas";

/**
 * Writes the files of `starter` into `directory`.
 *
 * @throws {UsageError} when one of them is there already, or cannot be written.
 */
export function write(starter: Starter, directory: string): void {
  const texts = textsOf(starter, directory);
  const present = texts.map(([file]) => file).find((file) => existsSync(join(directory, file)));
  if (present) {
    throw new UsageError(
      `\`${join(directory, present)}\` is there already, and nothing was written`,
      "remove it, or name another directory at the end of the call",
    );
  }
  try {
    mkdirSync(directory, { recursive: true });
    for (const [file, text] of texts) {
      // `wx` refuses to overwrite even if somebody else was faster.
      writeFileSync(join(directory, file), text, { flag: "wx" });
    }
  } catch (error) {
    throw unwritable(directory, error);
  }
}

function textsOf(starter: Starter, directory: string): readonly (readonly [string, string])[] {
  const text = (document: object, schema: string) =>
    `${JSON.stringify({ $schema: schema, ...document }, null, 2)}\n`;
  const json = (scenario: Scenario) => text(scenario, schemaFrom(directory));
  const { policy } = starter;
  return [
    [FILES.lambda, starter.lambda],
    [FILES.scenario, json(starter.scenario)],
    [FILES.test, json(starter.test)],
    ...(policy
      ? ([
          [POLICY_FILES.policy, text(policy.policy, schemaFrom(directory, "policy"))],
          [POLICY_FILES.test, json(policy.test)],
        ] as const)
      : []),
  ];
}

/** Where editors find the schema of a kind of document, from `directory`. */
export function schemaFrom(directory: string, kind = "scenario"): string {
  const schema = resolve(SCHEMAS, `${kind}.schema.json`);
  const path = relative(resolve(directory), schema).split(sep).join("/");
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
