// With counters in its lambda a scenario leads to the same outcome, in the sandbox as anywhere.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Sandbox } from "../dist/sandbox.js";
import { programOf } from "./support/programs.mjs";
import { firstLogin } from "./support/scenarios.mjs";
import { source } from "./support/source.mjs";

const { instrument } = await source("coverage/instrument");
const sandbox = new Sandbox();
after(() => sandbox.close());

const examples = fileURLToPath(new URL("../../examples", import.meta.url));

/** Every example with a lambda, and that lambda's text. */
function* scenariosWithLambda() {
  for (const name of readdirSync(examples, { recursive: true })) {
    if (!name.endsWith(".json") || name.includes("node_modules")) continue;
    const file = join(examples, name);
    const scenario = JSON.parse(readFileSync(file, "utf8"));
    if (!scenario.lambda) continue;
    const { file: lambda, body } = scenario.lambda;
    yield [name, scenario, body ?? readFileSync(join(dirname(file), lambda), "utf8")];
  }
}

/** The outcome with the lambda `body`, without columns, which the counters move. */
async function outcomeOf(scenario, body) {
  const lambda = { ...scenario.lambda, file: undefined, body };
  const outcome = await sandbox.simulate({ ...scenario, lambda, expect: undefined });
  return JSON.parse(
    JSON.stringify(outcome, (key, value) => (key === "column" ? undefined : value)),
  );
}

/** Asserts that counting changes nothing; gives the outcome, and the counters of each run. */
async function assertSame(name, scenario, body) {
  const instrumented = instrument(body);
  assert.ok(instrumented, `${name}: ${body}`);
  const plain = await outcomeOf(scenario, body);
  assert.deepEqual(await outcomeOf(scenario, instrumented.body), plain, `${name}: ${body}`);
  const text = JSON.stringify({
    ...scenario,
    lambda: { ...scenario.lambda, file: undefined, body },
  });
  const runs = await sandbox.inspect(text, instrumented.body, instrumented.name);
  for (const counts of runs) {
    assert.equal(counts.length, instrumented.points.counters, name);
    assert.ok(counts.every(Number.isSafeInteger), name);
  }
  const outcomes = plain.logins ?? [plain];
  assert.equal(
    runs.length,
    outcomes.reduce((sum, { lambdaRuns }) => sum + lambdaRuns, 0),
    name,
  );
  return { plain, runs };
}

test("the lambdas of the examples do the same with counters in them", async () => {
  let reached = 0;
  for (const [name, scenario, body] of scenariosWithLambda()) {
    const { runs } = await assertSame(name, scenario, body);
    for (const counts of runs) {
      reached += counts.filter((count) => count > 0).length;
    }
  }
  assert.ok(reached > 100, `only ${reached} places were reached`);
});

test("lambdas made at random do the same in the sandbox", async () => {
  let ended = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const program = programOf(seed).replace("function reconcile(", "function inner(");
    const body = `${program}
var log = [];
function note(value) { log.push(String(value)); return value }
function reconcile(user, registration, jwt) {
  var own = { count: 0 };
  try { inner(own, registration, { a: 1, given: jwt.given_name, list: [1, 2], "x y": 0 }); }
  finally { user.data.text = log.join() + JSON.stringify(own); }
}`;
    if (!instrument(body)) continue;
    const { plain } = await assertSame(`seed ${seed}`, firstLogin({ lambda: {} }), body);
    if (plain.status === 200) ended += 1;
  }
  assert.ok(ended > 20, `only ${ended} came to their end`);
});
