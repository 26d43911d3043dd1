// What the package carries of others may be passed on, and their terms are in it. Tools may have stricter terms, because
// nobody gets them from us.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path) => readFileSync(`${root}${path}`, "utf8");

/** Terms that ask for nothing but to be passed on. */
const PASSED_ON = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
  "Unicode-3.0",
  "Unlicense",
  "Zlib",
];

/** Terms that hold tools back in no way either: what they make is not theirs. */
const OF_TOOLS = [
  ...PASSED_ON,
  "BlueOak-1.0.0",
  "CC-BY-4.0",
  "CC0-1.0",
  "LGPL-3.0-or-later",
  "MPL-2.0",
  "PSF-2.0",
  "Python-2.0",
];

/** Whether the terms in an SPDX expression can be met with those of a list. `/` is how old crates write `OR`. */
function isMet(expression, list) {
  const words = expression.replaceAll(/[()]/g, "").replaceAll("/", " OR ");
  return words.split(" AND ").every((part) => part.split(" OR ").some((one) => list.includes(one)));
}

const LOCKED = ["package-lock.json", "xtask/typedoc/package-lock.json"];

for (const file of LOCKED) {
  test(`every package of ${file} has terms that a tool may have`, () => {
    const { packages } = JSON.parse(read(file));
    const others = Object.entries(packages).filter(([path]) => path.includes("node_modules/"));
    assert.ok(others.length > 10);
    const refused = others.filter(
      ([, { license, link }]) => !link && !isMet(license ?? "nobody's", OF_TOOLS),
    );
    assert.deepEqual(
      refused.map(([path, { license }]) => `${path}: ${license}`),
      [],
    );
  });
}

test("the package needs no other to be installed", () => {
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(read("js/package.json"));
  assert.deepEqual({ ...dependencies, ...peerDependencies }, {});
});

const carried = read("js/dist/THIRD-PARTY-LICENSES.txt");
const named = new Map(
  [...carried.matchAll(/^(\S+|Rust's standard library) \(([^()]+|\(.*\).*)\)$/gm)].map(
    ([, name, licence]) => [name, licence],
  ),
);

test("everything that the package carries is named with terms that can be passed on", () => {
  for (const [name, licence] of named) assert.ok(isMet(licence, PASSED_ON), `${name}: ${licence}`);
  const refused = isMet("MIT AND GPL-3.0-only", PASSED_ON) || isMet("nobody's", OF_TOOLS);
  assert.equal(refused, false);
});

test("so is each package that its source imports, and each crate that its modules are made of", () => {
  const { devDependencies } = JSON.parse(read("js/package.json"));
  const tools = [
    "@arethetypeswrong/core",
    "@fusionauth/typescript-client",
    "@gfx/zopfli",
    "ajv",
    "publint",
  ];
  const imported = Object.keys(devDependencies).filter((name) => !tools.includes(name));
  const manifest = read("Cargo.toml");
  const tables = [
    ...manifest.matchAll(
      /^\[(?:dependencies|target\.'cfg\(target_arch = "wasm32"\)'\.dependencies)\]\n((?:(?!\[).*\n)*)/gm,
    ),
  ];
  const crates = tables.flatMap(([, table]) =>
    [...table.matchAll(/^([\w-]+) = /gm)].map(([, name]) => name),
  );
  assert.ok(crates.includes("serde") && crates.includes("wasm-bindgen"), crates.join());
  const wanted = [
    ...imported,
    ...crates.filter((name) => name !== "schemars"),
    "Rust's standard library",
  ];
  assert.deepEqual(
    wanted.filter((name) => !named.has(name)),
    [],
  );
});

test("every named one has its terms below", () => {
  const parts = carried.split(/^-{40}$/m);
  assert.ok(parts.length > 20);
  for (const part of parts.slice(1)) assert.match(part, /copyright|public domain|permission/i);
});
