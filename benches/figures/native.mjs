// Records what the modules weigh, and what Criterion measured natively. The directory of Cargo's products is given.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bytesOf, MODULES } from "../counted/count.mjs";
import { record } from "./record.mjs";

/** The figures by the names that benches/*.rs give. */
const NATIVE = {
  run: "native.policy.text",
  "run, with trace": "native.policy.trace",
  "read a policy": "native.policy.read",
  "prepared scenario, login text to outcome text": "native.preview.prepared",
  "scenario text to outcome text": "native.preview.text",
  "seven strategies compared": "native.preview.compare",
  "id token decoded": "native.token",
};

const [target = "target"] = process.argv.slice(2);

for (const name of Object.keys(MODULES)) {
  const bytes = bytesOf(name);
  record(`size.${name}`, bytes.length);
  record(`size.${name}.gzip`, gzipSync(bytes, { level: 9 }).length);
}

for (const [name, figure] of Object.entries(NATIVE)) {
  const file = join(target, "criterion", name, "new", "sample.json");
  const { iters, times } = JSON.parse(readFileSync(file, "utf8"));
  record(figure, ...times.map((time, sample) => time / iters[sample] / 1000));
}
