// Where engines are kept that are fetched: the user's cache, because they can be fetched again.

import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { GraalJsVersion } from "./versions.js";

/** The directory of everything that is fetched. */
export function cacheDirectory(): string {
  return join(userCache(), "reconcile-kit");
}

function userCache(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (process.platform === "win32") return LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  return join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache");
}

/** The directory of a GraalJS, whether it is there or not. */
export function directoryOf(version: GraalJsVersion): string {
  return join(cacheDirectory(), "graaljs", version);
}

/** The archives of a GraalJS and its host; none where it is not installed. It is put there as a whole. */
export function archivesOf(version: GraalJsVersion): readonly string[] {
  return archivesIn(directoryOf(version));
}

/** The archives in a directory. */
export function archivesIn(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory).filter((name) => name.endsWith(".jar"));
  return names.sort().map((name) => join(directory, name));
}
