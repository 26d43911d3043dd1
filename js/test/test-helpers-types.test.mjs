// TypeScript knows what the helpers take and give, in modules and in CommonJS.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { directoryWith } from "./support/cli.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

const USE = `
import { test } from "node:test";
import { assertOutcome, fixtures, lambdaFixture, scenarioTests, type Expected } from "reconcile-kit/test";
import type { Outcome } from "reconcile-kit";

scenarioTests("scenarios", { test });
scenarioTests(["a.json", "b/**/*.yaml"], { test: (name, run) => void test(name.trim(), run), from: new URL("file:///x") });
// @ts-expect-error Without \`test\` nothing can be registered.
scenarioTests("scenarios", {});

const lambda = lambdaFixture("reconcile.js", {
  users: [{ id: "u1", email: "jane@example.com", data: { any: [1] } }],
  secrets: { key: "value" },
  fetch: [{ url: "https://example.com", status: 200, body: { a: 1 } }],
  identityProvider: fixtures.identityProvider({ linkingStrategy: "LinkByUsername" }),
  debug: true,
  from: "file:///x/test.js",
});
// @ts-expect-error A fixture's logins are calls.
lambdaFixture("reconcile.js", { login: {} });
// @ts-expect-error This is no linking strategy.
fixtures.identityProvider({ linkingStrategy: "LinkByEmial" });

test("it", async () => {
  const outcome: Outcome = await lambda.login({ sub: "1", email: "jane@example.com" });
  await lambda.login({ userinfo: { sub: "1" }, idToken: "eyJ", idTokenVerified: false });
  assertOutcome(outcome, { status: 200, user: { firstName: "Jane", lastName: null, data: { a: [1] } }, error: null });
  assertOutcome(outcome, { eventLog: [{ type: "Error" }], registration: null });
  // @ts-expect-error A status is a number.
  assertOutcome(outcome, { status: "200" });
  // @ts-expect-error There is no such decision.
  assertOutcome(outcome, { decision: "linekd" });
  // @ts-expect-error An outcome has no such member.
  assertOutcome(outcome, { usr: {} });
  const expected: Expected<Outcome> = { identity: { email: { value: "a" } } };
  assertOutcome(outcome, expected);
  const several = await lambda.logins([fixtures.nativeUser({ email: undefined }), fixtures.phoneUser()]);
  assertOutcome(several, { logins: [{ status: 200 }, {}], users: [{ email: "jane@example.com" }] });
  const name: string | undefined = several.logins[0]?.user?.firstName;
  console.log(name);
});
`;

for (const [kind, file, types] of [
  ["module", "use.mts", "d.ts"],
  ["CommonJS file", "use.cts", "d.cts"],
]) {
  test(`a ${kind} is checked`, (context) => {
    const declarations = join(root, "js/dist/types");
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: false,
      noEmit: true,
      module: "NodeNext",
      target: "ES2022",
      lib: ["ES2022", "DOM"],
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
      paths: {
        "reconcile-kit": [`${declarations}/index.${types}`],
        "reconcile-kit/test": [`${declarations}/test/index.${types}`],
      },
    };
    const cwd = directoryWith(context, {
      "tsconfig.json": { compilerOptions, files: [file] },
      [file]: USE,
      "package.json": { type: "module" },
    });
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    try {
      execFileSync(process.execPath, [tsc, "--project", "tsconfig.json"], { cwd });
    } catch (error) {
      assert.fail(String(error.stdout));
    }
  });
}
