// Which scenarios become tests. Test runners want to know at once, so nothing here waits.

import { statSync } from "node:fs";
import { resolve } from "node:path";
import { globSync } from "tinyglobby";
import { DOCUMENTS, IGNORED, looksLikeTest } from "../cli/find-scenarios.js";
import { isYaml, readText } from "../cli/read-document.js";
import { readYaml } from "../cli/yaml.js";
import { shown } from "./origin.js";

/** A scenario with `expect`. */
export interface Found {
  /** The file, as messages show it. */
  readonly file: string;
  /** What its test is called. */
  readonly title: string;
}

/**
 * The scenarios with `expect` that `path` names: a file, a directory or a pattern; `name` is how the caller wrote it.
 *
 * @throws {Error} when there are none.
 */
export function scenariosIn(path: string, name: string): Found[] {
  const kind = statSync(path, { throwIfNoEntry: false });
  const files = kind?.isFile() ? [path] : filesIn(path, kind?.isDirectory() ?? false);
  const found = files
    .filter(looksLikeTest)
    .map((file) => ({ file: shown(file), title: titleOf(file) }));
  if (found.length > 0) return found;
  const reason = files.length > 0 ? "has no `expect`" : "matches no scenario";
  throw new Error(`\`${name}\` ${reason}; looked at \`${path}\``);
}

function filesIn(path: string, isDirectory: boolean): string[] {
  const options = { ignore: IGNORED, expandDirectories: false, absolute: true };
  const files = isDirectory
    ? globSync(DOCUMENTS, { ...options, cwd: path })
    : globSync(path.replaceAll("\\", "/"), options);
  return files.map((file) => resolve(file)).sort();
}

/** What the scenario says it shows, and where it is. One that cannot be read fails when its test runs. */
function titleOf(file: string): string {
  const { name } = documentIn(file) ?? {};
  return typeof name === "string" && name !== "" ? `${name} (${shown(file)})` : shown(file);
}

function documentIn(file: string): { name?: unknown } | undefined {
  try {
    const text = readText(file);
    return JSON.parse(isYaml(file) ? readYaml(text).text : text);
  } catch {
    return undefined;
  }
}
