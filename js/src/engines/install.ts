// Fetches a GraalJS and builds its host, so that it is there as a whole or not at all.

import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkHost } from "../sandbox/graaljs/check.js";
import { archivesIn, directoryOf } from "./directories.js";
import { installFailed, javaMissing, javaTooOld, mavenMissing } from "./errors.js";
import { findJava, OLDEST_JAVA } from "./java.js";
import { findMaven, runMaven } from "./maven.js";
import type { GraalJsVersion } from "./versions.js";

/** What fetches and compiles, in the package. */
const PROJECT = new URL("../java/", import.meta.url);

/**
 * Installs a GraalJS, or installs it again.
 *
 * @param say Is told in words how far it is.
 * @returns The directory in which it is now.
 * @throws {ReconcileKitError} that says what to do, when it cannot be installed.
 */
export async function install(
  version: GraalJsVersion,
  say: (line: string) => void,
): Promise<string> {
  const java = findJava();
  if (!java) throw javaMissing();
  if (java.major < OLDEST_JAVA) throw javaTooOld(java.version);
  if (!findMaven()) throw mavenMissing();
  const directory = directoryOf(version);
  mkdirSync(dirname(directory), { recursive: true });
  const beside = mkdtempSync(join(dirname(directory), `.${version}-`));
  try {
    const built = await build(version, beside, say);
    say("trying it out");
    checkHost(java.command, archivesIn(built), version);
    putInPlace(built, directory, join(beside, "before"));
    return directory;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Has Maven fetch and compile everything; the answer is the directory of the archives. */
async function build(
  version: GraalJsVersion,
  directory: string,
  say: (line: string) => void,
): Promise<string> {
  cpSync(fileURLToPath(PROJECT), directory, { recursive: true });
  say(`fetching GraalJS ${version} with Maven, about 60 MB the first time`);
  const errors: string[] = [];
  const isDone = await runMaven([`-Dgraaljs.version=${version}`, "package"], directory, (line) => {
    if (line.startsWith("[ERROR]")) errors.push(line.slice("[ERROR]".length).trim());
    const words = progressIn(line);
    if (words !== undefined) say(words);
  });
  const built = join(directory, "target", "lib");
  if (isDone && existsSync(built)) return built;
  throw installFailed(version, errors.find((error) => error !== "") ?? "it gave no reason");
}

/** What a line of Maven's tells of the progress, if it does. */
function progressIn(line: string): string | undefined {
  const [, name, size] = /Downloaded from \S+: \S*\/([^/\s]+\.jar) \(([\d.]+ MB)/.exec(line) ?? [];
  if (name !== undefined) return `  fetched ${name}, ${size}`;
  return /Compiling \d+ source/.test(line) ? "compiling what hosts it" : undefined;
}

/** Puts it where it is looked for. Two renames are the shortest time in which it can be missing. */
function putInPlace(built: string, directory: string, before: string): void {
  if (existsSync(directory)) renameSync(directory, before);
  renameSync(built, directory);
}
