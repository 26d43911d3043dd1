// The packed tarball's other entries: the sandbox, the checker and the helpers for tests.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { installed } from "./support/package.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
let directory;
let node;
let remove;

before(() => {
  ({ directory, node, remove } = installed());
});

after(() => remove());

const LAMBDA = "function reconcile(user, registration, jwt) { user.firstName = jwt.given_name; }";
const SCENARIO = JSON.stringify(firstLogin({ lambda: { body: LAMBDA } }));

const RUN = `
(async () => {
  const sandbox = new Sandbox();
  const { user, changes } = await sandbox.simulate(${JSON.stringify(SCENARIO)});
  const { by } = changes.find(({ path }) => path === "/user/firstName");
  let code = "nothing";
  try {
    await sandbox.simulate("{}");
  } catch (error) {
    code = error instanceof ReconcileKitError ? error.code : "another class";
  }
  await sandbox.close();
  console.log(user.firstName, by.kind, by.line, code);
})();
`;

test("a module runs a lambda, and its errors are those of the main entry", () => {
  const head =
    'import { ReconcileKitError } from "reconcile-kit"; import { Sandbox } from "reconcile-kit/sandbox";';
  assert.equal(node("run.mjs", head + RUN), "Jane lambda 1 missing-key");
});

test("CommonJS runs a lambda, and its errors are those of the main entry", () => {
  const head =
    'const { ReconcileKitError } = require("reconcile-kit"); const { Sandbox } = require("reconcile-kit/sandbox");';
  assert.equal(node("run.cjs", head + RUN), "Jane lambda 1 missing-key");
});

test("a program ends by itself when it forgets to close the sandbox", () => {
  const text = `import { simulate } from "reconcile-kit/sandbox";
    const { status } = await simulate(${SCENARIO});
    console.log(status);`;
  assert.equal(node("forgets.mjs", text), "200");
});

const CHECK = `console.log(checkLambda("function reconsile() {}").map(({ code }) => code).join());`;

test("a lambda is checked from a module and from CommonJS", () => {
  const found = "lambda-no-reconcile";
  assert.equal(
    node("check.mjs", `import { checkLambda } from "reconcile-kit/check";${CHECK}`),
    found,
  );
  assert.equal(
    node("check.cjs", `const { checkLambda } = require("reconcile-kit/check");${CHECK}`),
    found,
  );
});

const ASSERT = `
try {
  assertOutcome(simulate(${JSON.stringify(firstLogin())}), { status: 401 });
} catch (error) {
  console.log(error.name, error.expected.status, error.actual.status);
}`;

test("outcomes are asserted from a module and from CommonJS", () => {
  const said = "AssertionError 401 200";
  assert.equal(
    node(
      "assert.mjs",
      `import { simulate } from "reconcile-kit"; import { assertOutcome } from "reconcile-kit/test";${ASSERT}`,
    ),
    said,
  );
  assert.equal(
    node(
      "assert.cjs",
      `const { simulate } = require("reconcile-kit"); const { assertOutcome } = require("reconcile-kit/test");${ASSERT}`,
    ),
    said,
  );
});

const TYPED = `
import type { Diagnostic, Outcome } from "reconcile-kit";
import { checkLambda } from "reconcile-kit/check";
import { Sandbox, simulate } from "reconcile-kit/sandbox";
import { assertOutcome, lambdaFixture } from "reconcile-kit/test";

async function all(): Promise<void> {
  const outcome: Outcome = await simulate({
    identityProvider: { type: "Google" },
    lambda: { body: "function reconcile() {}" },
    login: { userinfo: { sub: "1" } },
  });
  const sandbox = new Sandbox({ limits: { deadline: 100 } });
  const text: string = await sandbox.simulateText("{}", { strategy: "LinkByEmail" });
  await sandbox.close();
  const findings: Diagnostic[] = checkLambda(text, { type: "GoogleReconcile", version: "1.64" });
  assertOutcome(outcome, { status: 200, user: { firstName: "Jane", lastName: null } });
  // @ts-expect-error An outcome has no such key.
  assertOutcome(outcome, { stauts: 200 });
  console.log(findings, lambdaFixture);
}
void all();
`;

for (const [name, file] of [
  ["a module", "use.mts"],
  ["a CommonJS file", "use.cts"],
]) {
  test(`TypeScript of ${name} knows their types`, () => {
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: "NodeNext",
      target: "ES2022",
      lib: ["ES2022", "DOM"],
      types: [],
      skipLibCheck: false,
    };
    writeFileSync(join(directory, file), TYPED);
    const config = JSON.stringify({ compilerOptions, files: [file] });
    writeFileSync(join(directory, "tsconfig.json"), config);
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    try {
      execFileSync(process.execPath, [tsc, "--project", "tsconfig.json"], { cwd: directory });
    } catch (error) {
      assert.fail(String(error.stdout));
    }
  });
}
