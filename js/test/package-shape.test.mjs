// The packed tarball before the judges of packages, publint and "are the types wrong?", and on the scales.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { npm } from "./support/package.mjs";

const js = fileURLToPath(new URL("..", import.meta.url));
let directory;
let packed;
let tarball;

before(() => {
  directory = mkdtempSync(join(tmpdir(), "reconcile-kit-shape-"));
  [packed] = JSON.parse(npm(["pack", "--json", "--pack-destination", directory], js));
  tarball = readFileSync(join(directory, packed.filename));
});

after(() => rmSync(directory, { recursive: true, force: true }));

test("publint finds nothing", async () => {
  const { buffer, byteOffset, byteLength } = tarball;
  const data = buffer.slice(byteOffset, byteOffset + byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: data }, strict: true });
  assert.equal(pkg.name, "reconcile-kit");
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg, { color: false })),
    [],
  );
});

test("the types are right for every way of importing every entry", async () => {
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
  assert.deepEqual(analysis.problems, []);
  const entries = Object.keys(analysis.entrypoints);
  for (const entry of [".", "./inline", "./lambda", "./sandbox", "./check", "./test"]) {
    assert.ok(entries.includes(entry), entry);
    const { resolutions } = analysis.entrypoints[entry];
    for (const kind of ["node16-cjs", "node16-esm", "bundler"]) {
      const { resolution } = resolutions[kind];
      assert.ok(resolution?.isTypeScript, `${entry} ${kind}`);
      assert.match(resolution.fileName, kind === "node16-cjs" ? /\.d\.cts$/ : /\.d\.ts$/);
    }
  }
});

/** What everything but the playground may weigh, unpacked. A page of its own in the package is no part of the library. */
const BUDGET = 4_250_000;

test("nothing is in it that makes it heavy", () => {
  const library = packed.files.filter(({ path }) => !path.startsWith("dist/playground/"));
  const size = library.reduce((sum, file) => sum + file.size, 0);
  assert.ok(size > 1_000_000 && size < BUDGET, `${size} bytes`);
});

test("classes and functions have their names, for errors and consoles", async () => {
  const main = await import("../dist/node.js");
  const { Sandbox } = await import("../dist/sandbox.js");
  const lambda = await import("../dist/lambda.js");
  const { ReconcileKitError, Policy, PreparedScenario, PolicyDeniedError, simulate } = main;
  const named = { ReconcileKitError, Policy, PreparedScenario, PolicyDeniedError, simulate };
  for (const [name, one] of Object.entries({ ...named, Sandbox })) assert.equal(one.name, name);
  assert.equal(lambda.ReconcileKitError.name, "ReconcileKitError");
});
