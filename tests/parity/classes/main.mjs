// Compares our objects and conversions with FusionAuth's own classes. README.md says how.

import { listed } from "./differences.mjs";
import { build } from "./java.mjs";
import { compareObjects } from "./objects.mjs";
import { Tally } from "./tally.mjs";
import { compareValues } from "./values.mjs";

const USAGE =
  "usage: node tests/parity/classes/main.mjs [--values N] [--seed S]\n" +
  "  --values N  values that a lambda leaves behind, 12000 without it\n" +
  "  --seed S    another seed makes other values";

/** Differences that are shown in full. */
const SHOWN = 20;

const { values: count, seed } = optionsOf(process.argv.slice(2));
build();
const differences = listed();
const [objects, values] = [new Tally(), new Tally()];

await compareObjects(objects, differences);
console.log("Objects, by FusionAuth's class (Java client 1.53.0):");
console.log(objects.lines().join("\n"));

await compareValues(values, differences, { count, seed });
console.log(`\nValues that a lambda leaves behind, by what the field holds (seed ${seed}):`);
console.log(values.lines().join("\n"));

console.log("\nListed differences:");
for (const { id, reason } of differences) {
  console.log(`  ${objects.used(id) + values.used(id)} × ${id}: ${reason}`);
}

const unexplained = [...objects.unexplained, ...values.unexplained];
for (const { class: name, pointer, place, ours, its } of unexplained.slice(0, SHOWN)) {
  const [one, other] = [ours, its].map((side) => (JSON.stringify(side) ?? "nothing").slice(0, 200));
  console.error(`\n${name} ${pointer} (${place.slice(0, 200)})\n  ours: ${one}\n  its:  ${other}`);
}
if (unexplained.length > 0) {
  console.error(`\nerror: ${unexplained.length} differences that nothing explains`);
  process.exitCode = 1;
}

function optionsOf(words) {
  const options = { values: "12000", seed: "1" };
  for (let index = 0; index < words.length; index += 2) {
    const name = words[index]?.replace(/^--/, "");
    const value = words[index + 1];
    const isRight = Object.hasOwn(options, name) && (name !== "values" || /^\d+$/.test(value));
    if (!isRight || value === undefined) {
      console.error(`error: \`${words[index]}\` is not understood\n${USAGE}`);
      process.exit(2);
    }
    options[name] = value;
  }
  return { ...options, values: Number(options.values) };
}
