// Where the names of files begin.

import { statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * What names of files are relative to: the test file (`import.meta.url`, `__filename`) or a directory (`__dirname`).
 * Without it, the current directory, which for most test runners is the project's.
 */
export type Origin = string | URL;

/** The directory that names of files begin at. */
export function directoryFrom(origin: Origin | undefined): string {
  if (origin === undefined) return process.cwd();
  const isAddress = origin instanceof URL || origin.startsWith("file:");
  const path = resolve(isAddress ? fileURLToPath(origin) : origin);
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path);
}

/** A path as messages show it: from the current directory, where it is below that. */
export function shown(path: string): string {
  const below = relative(process.cwd(), path);
  return below === "" || below.startsWith("..") ? path : below;
}
