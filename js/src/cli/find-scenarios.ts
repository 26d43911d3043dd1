// Which files `test` runs.

import { readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { UsageError } from "./exit.js";

/** Files that may be scenarios. */
export const DOCUMENTS = "**/*.{json,yaml,yml}";
/** Files that are never looked at. */
export const IGNORED = ["**/node_modules/**", "**/dist/**", "**/target/**"];

/** Files to run, and whether the caller named them. */
export interface Selection {
  readonly files: readonly string[];
  readonly named: boolean;
}

/**
 * The files that `operands` name. Without any, those below the current directory that look like a scenario
 * with `expect`, so that a project's other JSON files stay out of it.
 *
 * @throws {UsageError} when an operand matches nothing.
 */
export async function findScenarios(operands: readonly string[]): Promise<Selection> {
  if (operands.length === 0) {
    return { files: (await matching(DOCUMENTS)).filter(looksLikeTest), named: false };
  }
  const files = new Set<string>();
  for (const operand of operands) {
    const kind = statSync(operand, { throwIfNoEntry: false });
    if (kind?.isFile()) {
      files.add(operand);
      continue;
    }
    const found = kind?.isDirectory()
      ? (await matching(DOCUMENTS, operand)).filter(looksLikeTest)
      : await matching(operand);
    if (found.length === 0) {
      throw new UsageError(
        `\`${operand}\` matches no scenario`,
        "name a file, a directory or a quoted pattern such as 'scenarios/**/*.json'",
      );
    }
    for (const file of found) files.add(file);
  }
  return { files: [...files], named: true };
}

/** Files that match, sorted, as paths from the current directory. */
async function matching(pattern: string, directory = "."): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  const options = { cwd: directory, ignore: IGNORED, expandDirectories: false };
  const files = await glob(pattern, options);
  return files.map((file) => relative(".", join(directory, file))).sort();
}

/**
 * Whether a file is a scenario with `expect`. Other JSON is left alone, but a test that was broken while it
 * was edited is run, so that it fails.
 */
export function looksLikeTest(file: string): boolean {
  const text = textOf(file);
  if (text === undefined) return false;
  if (!file.endsWith(".json"))
    return ["expect", "identityProvider"].every((key) => hasLine(text, key));
  if (!text.includes('"expect"') || !text.includes('"identityProvider"')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && Object.hasOwn(value, "expect");
  } catch {
    return true;
  }
}

/** What a file says; nothing when it went away since it was found, or may not be read. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Whether a YAML text has `key` at its outermost level. */
function hasLine(text: string, key: string): boolean {
  return new RegExp(`^["']?${key}["']?\\s*:`, "m").test(text);
}
