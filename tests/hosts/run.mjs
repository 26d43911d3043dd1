// Every host installs the packed tarball and answers the same questions: `cargo xtask hosts`, or
//
//   node tests/hosts/run.mjs [--quick] [PART OF A HOST'S NAME…]

import { writeFileSync } from "node:fs";
import { rightAnswers, sharedCases } from "./cases.mjs";
import { differences } from "./compare.mjs";
import { HOSTS } from "./hosts/index.mjs";
import { installTools, makeProject, noteTools, toolsAreCurrent } from "./project.mjs";
import { PAGE, pageWith, table } from "./table.mjs";

const words = process.argv.slice(2);
const isQuick = words.includes("--quick");
const names = words.filter((word) => !word.startsWith("--"));
const chosen = HOSTS.filter(
  (host) =>
    (!isQuick || host.isQuick) &&
    (names.length === 0 || names.some((part) => host.name.includes(part))),
);

function say(text) {
  process.stderr.write(`${text}\n`);
}

async function runOne(host, project, right) {
  const reason = host.missing();
  if (reason) return { host, skipped: reason };
  const started = performance.now();
  try {
    const { answers, version } = await host.run(project);
    const wrong = differences(answers, right, host.parts);
    const seconds = (performance.now() - started) / 1000;
    return { host, version, count: Object.keys(answers).length, wrong, seconds };
  } catch (error) {
    return { host, wrong: [String(error?.stack ?? error)], seconds: 0 };
  }
}

if (!isQuick && !toolsAreCurrent()) {
  say("Installing bundlers and runtimes (about 1 GB, once).");
  installTools();
  noteTools();
}
say("Packing the package and installing it where nothing else is.");
const cases = sharedCases();
const project = makeProject(cases);
const results = [];
try {
  const right = rightAnswers(cases, project.directory);
  for (const [index, host] of chosen.entries()) {
    const result = await runOne(host, project, right);
    results.push(result);
    const state = result.skipped
      ? `skipped: ${result.skipped}`
      : result.wrong.length > 0
        ? `FAILED\n    ${result.wrong.slice(0, 5).join("\n    ")}`
        : `${result.count} answers, all right (${result.version}, ${result.seconds.toFixed(1)} s)`;
    say(`${String(index + 1).padStart(2)}/${chosen.length} ${host.name}: ${state}`);
  }
} finally {
  if (!process.env.KEEP_HOSTS) project.remove();
  else say(`kept: ${project.directory}`);
}

process.stdout.write(`\n${table(results)}\n`);
const failed = results.filter(({ wrong }) => wrong?.length > 0);
const skipped = results.filter(({ skipped }) => skipped);
if (failed.length > 0) {
  say(`\n${failed.length} of ${results.length} hosts failed.`);
  process.exitCode = 1;
} else {
  say(
    `\n${results.length - skipped.length} hosts gave the same answers; ${skipped.length} skipped.`,
  );
  // A whole run knows every version, so it writes them down.
  if (results.length === HOSTS.length && skipped.length === 0)
    writeFileSync(PAGE, pageWith(results));
}
