// The lists that the real engines gave, as they are committed: the newest one whole, of each older one what differs.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { enumerate } from "./enumerate.mjs";

const NEWEST = "24.1.2";

/** The body of a function that lists what an engine has, without some globals. */
export function enumeration(alsoPassed = []) {
  return `return (${enumerate})(${JSON.stringify(alsoPassed)})`;
}

function fileOf(version) {
  return fileURLToPath(new URL(`graaljs-${version}.txt`, import.meta.url));
}

const linesOf = (text) => text.split("\n").filter((line) => line !== "");

/** The committed list of a version: its lines, sorted. */
export function listOf(version) {
  const newest = linesOf(readFileSync(fileOf(NEWEST), "utf8"));
  if (version === NEWEST) return newest;
  const differences = linesOf(readFileSync(fileOf(version), "utf8"));
  const gone = new Set(differences.filter((line) => line[0] === "-").map((line) => line.slice(2)));
  const added = differences.filter((line) => line[0] === "+").map((line) => line.slice(2));
  return [...newest.filter((line) => !gone.has(line)), ...added].sort();
}

/** The text of each file, given every engine's list. */
export function filesOf(lists) {
  const newest = lists[NEWEST];
  return Object.entries(lists).map(([version, lines]) => {
    const path = fileOf(version);
    if (version === NEWEST) return { path, text: `${lines.join("\n")}\n` };
    const gone = newest.filter((line) => !lines.includes(line)).map((line) => `- ${line}`);
    const added = lines.filter((line) => !newest.includes(line)).map((line) => `+ ${line}`);
    return { path, text: `${[...gone, ...added].join("\n")}\n` };
  });
}

const biome = fileURLToPath(new URL("../../../node_modules/.bin/biome", import.meta.url));

/** A source text as the repository formats it. */
export function formatted(text) {
  return execFileSync(biome, ["format", "--stdin-file-path=made.ts"], { input: text }).toString();
}

/** Writes files that are not what they should be, or, in a check, says which ones. */
export function settle(files, isCheck) {
  const stale = files.filter(
    ({ path, text }) => !existsSync(path) || readFileSync(path, "utf8") !== text,
  );
  if (!isCheck) for (const { path, text } of stale) writeFileSync(path, text);
  return stale.map(({ path }) => path);
}

/** What `lines` say of properties: `Array.prototype.at` for `Array.prototype.at w-c function "at"/1`. */
export function propertiesOf(lines) {
  return lines
    .filter((line) => !/^\S+ (->|missing)/.test(line) && !/^(get |set |\()/.test(line))
    .map((line) => line.slice(0, line.indexOf(" ")));
}
