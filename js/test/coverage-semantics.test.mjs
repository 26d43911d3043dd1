// A lambda with counters in it does what the lambda does: the same writes, calls and errors, in the same order.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import vm from "node:vm";
import { programOf } from "./support/programs.mjs";
import { source } from "./support/source.mjs";

const { instrument } = await source("coverage/instrument");

/** How many lambdas are made. */
const SEEDS = 1500;

/** Everything that the lambda `body` does, and its counters. */
function run(body, name) {
  const log = [];
  const note = (value) => {
    log.push(String(value));
    return value;
  };
  const context = vm.createContext({ note });
  const jwt = { a: 1, given: "Jane", list: [1, 2], "x y": 0 };
  const user = { count: 0 };
  let thrown = null;
  try {
    vm.runInContext(body, context, { timeout: 2000 });
    context.reconcile(user, {}, jwt);
  } catch (error) {
    thrown = `${error.name}: ${error.message}`;
  }
  // As text: what is made in two realms is never the same.
  return { did: inspect({ user, jwt, log, thrown }, { depth: 8 }), counts: name && context[name] };
}

test("lambdas made at random do the same with counters in them", () => {
  let ran = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const program = programOf(seed);
    const instrumented = instrument(program);
    // Some combinations are no JavaScript, such as a lexical declaration where a statement has to stand.
    if (!instrumented) {
      assert.throws(() => new vm.Script(program), SyntaxError, `seed ${seed}:\n${program}`);
      continue;
    }
    const plain = run(program);
    const counted = run(instrumented.body, instrumented.name);
    assert.equal(counted.did, plain.did, `seed ${seed}:\n${program}\n${instrumented.body}`);
    assert.equal(program.split("\n").length, instrumented.body.split("\n").length, `seed ${seed}`);
    assert.ok(counted.counts.every((count) => Number.isSafeInteger(count) && count >= 0));
    ran += 1;
  }
  assert.ok(ran > SEEDS / 2, `only ${ran} of ${SEEDS} are programs`);
});
