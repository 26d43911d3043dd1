// Runs the test files, as many at once as there are processors. `node --test` would leave one of them idle, which is
// half of a machine with two.

import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const directory = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(directory)
  .filter((file) => file.endsWith(".test.mjs"))
  .sort()
  .map((file) => directory + file);
if (files.length === 0) throw new Error(`there are no tests in ${directory}`);

/** Longer than any file takes, so that one that waits for ever ends as a failure. */
const PATIENCE = 10 * 60_000;

run({ files, concurrency: availableParallelism(), timeout: PATIENCE })
  .on("test:fail", () => {
    process.exitCode = 1;
  })
  .compose(new spec())
  .pipe(process.stdout);
