// Lists are sorted in GraalJS's way, which shows where a comparison is not consistent.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Sandbox } from "../dist/sandbox.js";
import { firstLogin } from "./support/scenarios.mjs";

const sandbox = new Sandbox();
after(() => sandbox.close());

/** What GraalJS 24.1.2 gives. */
const SORTED = [
  ["['b', 'a', 'c'].sort((a, b) => a > b)", "b,a,c"],
  ["[5, 2, 8, 1].sort(() => -1)", "1,8,2,5"],
  ["[5, 2, 8, 1].sort(() => 1)", "5,2,8,1"],
  ["[3, 1, 2].sort(() => NaN)", "3,1,2"],
  ["[3, 1, 2].sort(() => '-1')", "2,1,3"],
  ["[3, 1, 2].toSorted(() => -1)", "2,1,3"],
  ["[3, undefined, , 1].sort((a, b) => a - b)", "1,3,,"],
  ["2 in [3, , 1].sort((a, b) => a - b)", "false"],
  ["2 in [3, , 1].toSorted((a, b) => a - b)", "true"],
  ["new Int8Array([3, 1, 2]).sort(() => -1)", "2,1,3"],
  ["new Int8Array([3, 1, 2]).toSorted((a, b) => b - a)", "3,2,1"],
  [
    "(() => { const calls = []; [5, 2, 8, 1].sort((a, b) => { calls.push(a + '<' + b); return a - b; }); return calls; })()",
    "2<5,8<2,8<5,1<5,1<2",
  ],
  ["[2, 1].sort.length + [].toSorted.name", "1toSorted"],
];
for (const [expression, expected] of SORTED) {
  test(expression, async () => {
    const body = `function reconcile(user) { user.firstName = String(${expression}); }`;
    const { status, user, diagnostics } = await sandbox.simulate(firstLogin({ lambda: { body } }));
    assert.equal(status, 200, JSON.stringify(diagnostics));
    assert.equal(user.firstName, expected);
  });
}

for (const expression of ["[2, 1].sort(null)", "[1].toSorted('x')", "new Int8Array(2).sort({})"]) {
  test(`${expression} is refused`, async () => {
    const body = `function reconcile() { ${expression}; }`;
    const { status, diagnostics } = await sandbox.simulate(firstLogin({ lambda: { body } }));
    assert.equal(status, 512);
    const said = "TypeError: The comparison function must be either a function or undefined";
    assert.ok(diagnostics[0].message.includes(said), diagnostics[0].message);
  });
}
