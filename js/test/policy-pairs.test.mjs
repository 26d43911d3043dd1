// Exported lambdas do what their policies do: made-up policies on made-up logins, in each engine.
// `RECONCILE_KIT_PAIRS=60000 cargo test --test policy_pairs` makes more of them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import * as core from "../../pkg/reconcile_kit.js";
import { withRealm } from "../build/bundles.mjs";
import { QUICKJS } from "../build/embedded.mjs";
import { DEFAULT_LIMITS } from "../dist/sandbox.js";

/** The most differences that are told; one cause makes many. */
const MOST_TOLD = 5;

const root = fileURLToPath(new URL("../..", import.meta.url));
const counts = {};

after(() => {
  const engines = Object.entries(counts).map(([name, count]) => `${count} in ${name}`);
  console.log(`policy pairs run: ${engines.join(", ")}`);
});

/** The file that the Rust test writes. */
function pairsFile() {
  const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
  const file = join(target, "tmp", "policy-pairs.jsonl");
  if (!existsSync(file)) {
    const words = ["test", "--quiet", "--test", "policy_pairs"];
    const { status } = spawnSync("cargo", words, { cwd: root, stdio: "inherit" });
    assert.equal(status, 0, "the pairs could not be made");
  }
  return file;
}

/** Runs each pair by what `load` makes of its lambda, and compares what is left. */
async function runAll(name, load) {
  const lines = createInterface({ input: createReadStream(pairsFile()) });
  const differences = [];
  let [text, run, free, different] = [undefined, undefined, undefined, 0];
  counts[name] = 0;
  for await (const line of lines) {
    const pair = JSON.parse(line);
    if (pair.lambda !== text) {
      text = pair.lambda;
      free?.();
      ({ run, free } = load(pair));
    }
    counts[name] += 1;
    const found = comparable(run(pair.input));
    const expected = comparable(pair.expected);
    try {
      assert.deepEqual(found, expected);
    } catch {
      different += 1;
      if (differences.length < MOST_TOLD) differences.push({ ...pair, expected, found });
    }
  }
  free?.();
  const told = differences.map(({ policy, lambda, ...rest }) =>
    [JSON.stringify(policy), lambda, JSON.stringify(rest, null, 1)].join("\n"),
  );
  assert.equal(different, 0, told.join("\n\n"));
  assert.ok(counts[name] > 0);
}

/** What a login comes to, without what makes no difference: `null` for no field, and the sign of zero. */
function comparable({ denied, thrown, user, registration }) {
  if (denied) return { thrown: `Error: ${denied.code}: ${denied.message}` };
  if (thrown !== undefined) return { thrown };
  return { user: withoutNull(user), registration: withoutNull(registration) };
}

function withoutNull(fields) {
  if (fields === undefined || fields === null) return null;
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return positive(Object.fromEntries(kept));
}

function positive(value) {
  if (value === 0) return 0;
  if (Array.isArray(value)) return value.map(positive);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, positive(one)]));
}

/** `node:vm`: V8 in a context of its own. Kickstart joins the lines of a lambda, so this does too. */
function inV8({ lambda }) {
  const context = createContext({});
  new Script(lambda.replaceAll("\n", "")).runInContext(context);
  const call = new Script(`(() => {
    const { user, registration, jwt, id_token } = JSON.parse(input);
    try {
      reconcile(user, registration ?? undefined, jwt, id_token ?? undefined);
    } catch (error) {
      return JSON.stringify({ thrown: String(error) });
    }
    return JSON.stringify({ user, registration });
  })()`);
  return {
    run(input) {
      context.input = JSON.stringify(input);
      return JSON.parse(call.runInContext(context));
    },
  };
}

test("V8 does what the core does", async () => {
  await runAll("V8", inV8);
});

/** QuickJS as the worker of the sandbox has it, which the package does not give out. */
async function quickJs() {
  const directory = mkdtempSync(join(tmpdir(), "reconcile-kit-pairs-"));
  try {
    const outfile = join(directory, "engine.mjs");
    const entryPoints = [join(root, "js/src/sandbox/quickjs/engine.ts")];
    await build({ entryPoints, outfile, bundle: true, format: "esm", plugins: [withRealm] });
    const { QuickJsEngine } = await import(pathToFileURL(outfile).href);
    const module = new WebAssembly.Module(readFileSync(QUICKJS));
    return new QuickJsEngine(module, DEFAULT_LIMITS);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function inQuickJs(engine) {
  return ({ lambda: body }) => {
    const program = { type: "OpenIDReconcile", version: "1.60.0", now: 0, debug: false, body };
    const loaded = engine.load(JSON.stringify({ ...program, secrets: {}, fetch: [] }));
    return {
      run(input) {
        const argument = (name, place) => {
          const value = input[name] ?? undefined;
          return { name, place, value };
        };
        const parameters = [
          argument("user", "/user"),
          argument("registration", "/registration"),
          argument("jwt", "/userinfo"),
          argument("id_token", "/idToken"),
        ];
        const call = { run: 1, exploring: false, consoleWarn: "exists", parameters };
        const { failure, user, registration } = JSON.parse(loaded.run(JSON.stringify(call)));
        return failure ? { thrown: failure.message } : { user, registration };
      },
      free: () => loaded.free(),
    };
  };
}

test("QuickJS does what the core does", async () => {
  await runAll("QuickJS", inQuickJs(await quickJs()));
});

/** The core as WebAssembly: what `run` answers are the writes, which are made here. */
function inWasm({ policy }) {
  const compiled = new core.CompiledPolicy(JSON.stringify(policy));
  return {
    run({ user, registration, jwt, id_token }) {
      const given = { user, registration, jwt, id_token };
      const { denied, writes } = JSON.parse(compiled.run(JSON.stringify(given), false));
      if (denied) return { denied };
      const left = { user, registration };
      for (const { path, value } of writes) write(left, path, value);
      return left;
    },
    free: () => compiled.free(),
  };
}

/** Writes at a JSON Pointer, making the objects in between; no value takes out what is there. */
function write(object, path, value) {
  const steps = path.slice(1).split("/");
  const names = steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = names.pop();
  let inner = object;
  for (const name of names) {
    const next = Object.hasOwn(inner, name) ? inner[name] : undefined;
    const isObject = typeof next === "object" && next !== null && !Array.isArray(next);
    if (!isObject && value === undefined) return;
    if (!isObject) inner[name] = {};
    inner = inner[name];
  }
  if (value === undefined) delete inner[last];
  else inner[last] = value;
}

test("the package's core does what the core does", async () => {
  core.initSync({ module: readFileSync(join(root, "pkg/reconcile_kit_bg.wasm")) });
  await runAll("WebAssembly", inWasm);
});
