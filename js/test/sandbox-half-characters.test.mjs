// A text cut in the middle of a character ends as a failure that says where, and is shown in messages.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Sandbox } from "../dist/sandbox.js";
import { firstLogin } from "./support/scenarios.mjs";

const sandbox = new Sandbox();
after(() => sandbox.close());

const run = (statement) =>
  sandbox.simulate(firstLogin({ lambda: { body: `function reconcile(user) { ${statement} }` } }));

const REFUSED = [
  ["user.firstName = '😀'[0];", "/user/firstName"],
  ["user.data.list = ['a', { '~/': '\\udc00' }];", "/user/data/list/1/~0~1"],
  ["user.data['\\ud83d'] = 1;", "/user/data"],
];
for (const [statement, place] of REFUSED) {
  test(`it cannot be stored: ${statement}`, async () => {
    const { status, diagnostics } = await run(statement);
    assert.equal(status, 512);
    const said = `what the lambda left in \`${place}\` cannot be stored: it holds half of a character`;
    assert.ok(
      diagnostics.some(({ message }) => message.includes(said)),
      JSON.stringify(diagnostics),
    );
  });
}

test("a message shows the sign for what cannot be shown", async () => {
  const { status, eventLog, user } = await run(
    "user.firstName = '\\\\ud83d 😀'; console.info('a' + '😀'[0] + 'b');",
  );
  assert.equal(status, 200);
  assert.equal(user.firstName, "\\ud83d 😀");
  assert.deepEqual(eventLog, [{ type: "Information", message: "a\ufffdb" }]);
});

test("what was thrown shows it too", async () => {
  const { diagnostics } = await run("throw new Error('half ' + '😀'[1]);");
  assert.ok(diagnostics.some(({ message }) => message.includes("half \ufffd")));
});
