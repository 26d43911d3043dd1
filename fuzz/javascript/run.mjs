// Fuzzes one of the readers in TypeScript: node fuzz/javascript/run.mjs TARGET [--seconds N] [--seed N]
//
// An input that runs a block that none ran before joins the corpus, and is changed further. A finding is written to
// fuzz/artifacts, and ends the run.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Coverage } from "./coverage.mjs";
import { mutate, numbers } from "./mutate.mjs";

const FUZZ = new URL("..", import.meta.url);

/** Every file of `fuzz/<folder>/<name>`. */
export function texts(folder, name) {
  const directory = new URL(`${folder}/${name}/`, FUZZ);
  let files = [];
  try {
    files = readdirSync(directory).sort();
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  return files.map((file) => readFileSync(new URL(file, directory), "utf8"));
}

/** Runs `target` for a while: how many inputs, how large the corpus, how many blocks. Throws what it finds. */
export async function fuzz(name, { seconds = 600, inputs = Infinity, seed = 1 } = {}) {
  const { target, words } = await import(`./${name}.mjs`);
  const run = await target();
  const coverage = new Coverage(`reconcile-kit-fuzz-`);
  const corpus = texts("seeds", name);
  if (corpus.length === 0) throw new Error(`there are no seeds for ${name}`);
  const next = numbers(seed);
  const until = Date.now() + seconds * 1000;
  for (const text of [...corpus, ...texts("artifacts", name)]) await attempt(run, name, text);
  coverage.isNew();
  let count = 0;
  for (; count < inputs && Date.now() < until; count += 1) {
    const text = mutate(corpus[Math.floor(next() * corpus.length)], next, {
      others: corpus,
      words,
    });
    await attempt(run, name, text);
    if (coverage.isNew()) corpus.push(text);
  }
  return { inputs: count, corpus: corpus.length, blocks: coverage.size };
}

async function attempt(run, name, text) {
  try {
    await run(text);
  } catch (error) {
    const directory = new URL(`artifacts/${name}/`, FUZZ);
    mkdirSync(directory, { recursive: true });
    const file = new URL(`finding-${Date.now()}`, directory);
    writeFileSync(file, text);
    error.message += `\nthe input is in ${file.pathname}`;
    throw error;
  }
}

if (import.meta.url === new URL(process.argv[1], "file:").href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: "string", default: "600" },
      seed: { type: "string", default: "1" },
    },
  });
  for (const name of positionals) {
    const run = await fuzz(name, { seconds: Number(values.seconds), seed: Number(values.seed) });
    console.log(`${name}: ${run.inputs} inputs, corpus ${run.corpus}, ${run.blocks} block counts`);
  }
}
