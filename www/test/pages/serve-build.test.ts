// What is built: the same every time, and nothing of the machine that built it.

import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildHarness } from "./support/harness-site.js";
import { DIST } from "./support/site.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[\\/]$/, "");

/** Every file in `directory`, by its path. */
function contents(directory: string): Map<string, Buffer> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [path.slice(directory.length + 1), readFileSync(path)]));
}

test("two builds are the same", () => {
  const [one, other] = [contents(buildHarness()), contents(buildHarness())];
  expect([...one.keys()]).toEqual([...other.keys()]);
  for (const [path, content] of one)
    expect(content.equals(other.get(path) ?? Buffer.of()), path).toBe(true);
});

test("no built file names a place on the machine, or a map to its source", () => {
  const files = contents(DIST);
  expect(files.size).toBeGreaterThan(10);
  for (const [path, content] of files) {
    expect(path).not.toMatch(/\.map$/);
    for (const trace of [ROOT, `${homedir()}/`, "sourceMappingURL"]) {
      expect(content.includes(trace), `${trace} in ${path}`).toBe(false);
    }
    // What is exported names its schema from where it will be, which is no place of this machine.
    expect(content.toString("latin1"), path).not.toMatch(/(?<!\.)\/node_modules\//);
  }
});

test("the service worker lists every file, and the page loads none from elsewhere", () => {
  const files = contents(DIST);
  const listed = Object.keys(JSON.parse(String(files.get("files.json"))));
  const expected = [...files.keys()].filter((path) => !["files.json", "sw.js"].includes(path));
  expect(listed.sort()).toEqual(expected.sort());
  const page = String(files.get("index.html"));
  for (const [, address] of page.matchAll(/(?:src|href)="([^"]*)"/g))
    expect(address).toMatch(/^\.\//);
  expect(page).not.toMatch(/<style|style="|<script(?![^>]* src=)/);
});

test("licences of everything that is bundled are there", () => {
  const text = String(contents(DIST).get("THIRD-PARTY-LICENSES.txt"));
  for (const name of ["preact", "@preact/signals", "jsonc-parser", "acorn", "@jitl/quickjs"]) {
    expect(text).toContain(`${name}`);
  }
});
