// Every place where a module can still panic is known, and there is a reason why it never does. A new one, in our code
// or in what we depend on, has to be removed or explained in tests/panics/explained.json.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { panicSites } from "../../tests/panics/sites.mjs";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root));
const EXPLAINED = JSON.parse(read("tests/panics/explained.json")).flatMap(({ places }) => places);
const MODULES = [
  "pkg/reconcile_kit_bg.wasm",
  "pkg/lambda/reconcile_kit_lambda_bg.wasm",
  "pkg/preview/reconcile_kit_preview_bg.wasm",
];

/** A module that was built by `--fast` keeps its functions' names, and every check of the compiler. */
const isOptimised = (bytes) => {
  return WebAssembly.Module.customSections(new WebAssembly.Module(bytes), "name").length === 0;
};

/** `crate/src/file.rs`, without version and machine; of our own code also the line. */
function placeOf({ file, line }) {
  const name = file
    .replace(/^.*\/rustc\/[0-9a-f]+\//, "")
    .replace(/^.*\/(?:deps|index\.crates\.io-[0-9a-f]+)\/([\w-]+?)-\d[^/]*\//, "$1/")
    .replace(/^(?:\.\/|reconcile-kit\/)/, "");
  if (!name.startsWith("src/")) return name;
  return `${name}: ${read(name).toString("utf8").split("\n")[line - 1]?.trim()}`;
}

const isExplained = (place) =>
  EXPLAINED.some((known) => place === known || place.startsWith(known));

for (const file of MODULES) {
  test(`${file} panics nowhere that is not explained`, (t) => {
    const bytes = read(file);
    if (!isOptimised(bytes)) return t.skip("built by `--fast`: nothing is proved by the compiler");
    const sites = panicSites(bytes);
    // The allocator alone has some; fewer would mean that none were found.
    assert.ok(sites.length > 50, `only ${sites.length} places were found`);
    const places = [...new Set(sites.map(placeOf))];
    assert.deepEqual(
      places.filter((place) => !isExplained(place)),
      [],
    );
  });
}

test("what is explained of our own code is there", (t) => {
  const all = MODULES.map(read);
  if (!all.every(isOptimised))
    return t.skip("built by `--fast`: nothing is proved by the compiler");
  const places = all.flatMap(panicSites).map(placeOf);
  const own = EXPLAINED.filter((known) => known.startsWith("src/"));
  assert.deepEqual(
    own.filter((known) => !places.some((place) => place.startsWith(known))),
    [],
  );
});

test("the lambda module, which runs at every login, has no panic of our own", (t) => {
  const bytes = read(MODULES[1]);
  if (!isOptimised(bytes)) return t.skip("built by `--fast`: nothing is proved by the compiler");
  const places = panicSites(bytes).map(placeOf);
  assert.deepEqual(
    places.filter((place) => place.startsWith("src/")),
    [],
  );
});
