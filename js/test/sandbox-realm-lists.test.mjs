// The realm has what the GraalJS of each version has, and answers as it does. What the real engines said is committed;
// `node tests/parity/realms/write.mjs --check` and `probe.mjs --check` ask them again.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { enumeration, listOf } from "../../tests/parity/realms/lists.mjs";
import { expectedOf, probing } from "../../tests/parity/realms/probing.mjs";
import { quickjs } from "../../tests/parity/realms/quickjs.mjs";

const realms = new URL("../../tests/parity/realms/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, realms), "utf8"));
const differences = read("differences.json");
const known = new Set(
  differences.flatMap(({ expressions = [], lines = [] }) => [...expressions, ...lines]),
);
const probes = read("probes.json");
const realm = await quickjs();

for (const version of ["22.3.3", "23.1.2", "24.1.2"]) {
  test(`a realm of ${version} has the properties that GraalJS has, and no other`, () => {
    const expected = listOf(version);
    const found = realm(version, enumeration()).split("\n").sort();
    const missing = expected.filter((line) => !found.includes(line) && !known.has(line));
    const tooMuch = found.filter((line) => !expected.includes(line) && !known.has(line));
    assert.deepEqual({ missing, tooMuch }, { missing: [], tooMuch: [] });
  });

  test(`a realm of ${version} answers every probe as GraalJS does`, () => {
    const others = [];
    for (const probe of probes) {
      const expected = expectedOf(probe, version);
      const found = realm(version, probing(probe.expression));
      const isKnown = known.has(probe.expression);
      if (found !== expected && !isKnown) others.push({ ...probe, version, found });
    }
    assert.deepEqual(others, []);
  });
}

test("what follows from the lists is current", () => {
  const script = fileURLToPath(new URL("write.mjs", realms));
  const said = execFileSync(process.execPath, [script, "--check", "--no-java"]).toString();
  assert.match(said, /0 files differ/);
});

test("every known difference is about a probe or a line, and has a reason", () => {
  const all = new Set([...probes.map(({ expression }) => expression), ...listOf("24.1.2")]);
  for (const { id, what, reason, expressions = [], lines = [] } of differences) {
    assert.ok(id && what && reason, id);
    for (const each of [...expressions, ...lines]) assert.ok(all.has(each), `${id}: ${each}`);
  }
});
