// Stands in for `java`: speaks what the host of GraalJS speaks, with V8 for an engine, and misbehaves on demand.
//
// FAKE_JAVA says how: `old` is a Java 11, `broken` does not find its main class, `silent` never begins, and the
// others misbehave only in the run of somebody whose claim `sub` is `bad`.

import { appendFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

const mode = process.env.FAKE_JAVA ?? "well";
const words = process.argv.slice(2);

if (words.includes("-version")) {
  const version = mode === "old" ? "11.0.22" : "17.0.15";
  process.stderr.write(`openjdk version "${version}" 2025-04-15\n`);
  process.exit(0);
}
if (mode === "old") {
  process.stderr.write("Error: A JNI error has occurred\njava.lang.UnsupportedClassVersionError\n");
  process.exit(1);
}
if (mode === "broken") {
  process.stderr.write("Error: Could not find or load main class reconcilekit.Main\n");
  process.exit(1);
}
if (process.env.FAKE_JAVA_LOG) {
  appendFileSync(process.env.FAKE_JAVA_LOG, `${process.pid} ${words.join(" ")}\n`);
}

const say = (...texts) => process.stdout.write(`${JSON.stringify(texts)}\n`);
const lambdas = new Map();
let realm;
let latest;

function run(number, call) {
  const { body, surroundings } = lambdas.get(number);
  const context = vm.createContext();
  const begin = vm.runInContext(realm.source, context);
  latest = begin(() => "null", realm.settings);
  latest("take", surroundings);
  try {
    vm.runInContext(body, context, { filename: "reconcile.js" });
  } catch (error) {
    return say("said", latest("refuse", "", error));
  }
  return say("said", latest("find", "") || latest("run", call) || latest("tell", ""));
}

const misbehave = {
  killed: () => process.kill(process.pid, "SIGKILL"),
  ends: () => {
    process.stderr.write("java.lang.OutOfMemoryError: Java heap space\n");
    process.exit(3);
  },
  garbage: () => process.stdout.write("hello from a lambda\n"),
  mute: () => {},
  full: () =>
    say("stopped", "memory", "Java heap space", "", '{"log":"Information","text":"so far"}'),
};

const answers = {
  begin(source, settings) {
    realm = { source, settings };
    if (mode !== "silent") say("ready");
  },
  take: (number, body, surroundings) => lambdas.set(number, { body, surroundings }),
  drop: (number) => lambdas.delete(number),
  run(number, call) {
    const isBad = call.includes('"sub":"bad"') && mode in misbehave;
    if (isBad) misbehave[mode]();
    else run(number, call);
  },
  global: (name) => say("said", latest("global", name)),
};

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const [kind, ...given] = JSON.parse(line);
  answers[kind](...given);
});
lines.on("close", () => process.exit(0));
