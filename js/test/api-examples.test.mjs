// What the package's own documentation says of each function and class is there, compiles and is so.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { blocksInSource, commentsOf } from "./support/code-blocks.mjs";
import { project, run, typeErrors } from "./support/run-examples.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The entries, by the name that users import. */
const ENTRIES = {
  "reconcile-kit": "js/src/index.ts",
  "reconcile-kit/check": "js/src/lambda-check/public.ts",
  "reconcile-kit/lambda": "js/src/lambda/index.ts",
  "reconcile-kit/sandbox": "js/src/sandbox/index.ts",
  "reconcile-kit/test": "js/src/test/index.ts",
};

/** Where functions and classes of the entries are written down beside these. */
const SOURCES = [
  ...Object.values(ENTRIES),
  "js/src/errors.ts",
  "js/src/policy/denied.ts",
  "js/src/policy/policy.ts",
  "js/src/policy/tools.ts",
  "js/src/prepared.ts",
  "js/src/sandbox/limits.ts",
  "js/src/sandbox/prepared.ts",
  "js/src/test/assert-outcome.ts",
  "js/src/test/fixtures.ts",
  "js/src/test/scenario-tests.ts",
  "js/src/test/world-fixture.ts",
];

const LAMBDA =
  "function reconcile(user, registration, jwt) {\n  user.firstName = jwt.given_name || 'Jane';\n}\n";

const examples = SOURCES.flatMap((file) => blocksInSource(file));
let directory;
let remove;

before(() => {
  ({ directory, remove } = project({
    "login.scenario.json": firstLogin(),
    "reconcile.js": LAMBDA,
    "policy.json": { provider: "cognito", map: { "user.firstName": "given_name" } },
    "scenarios/first.json": firstLogin({ expect: { status: 200 } }),
  }));
});

after(() => remove());

for (const [entry, file] of Object.entries(ENTRIES)) {
  test(`${entry} and everything that it exports to be called is described, with an example`, async () => {
    const exported = Object.keys(await import(entry));
    assert.ok(exported.length > 0);
    const comments = SOURCES.flatMap((source) =>
      commentsOf(readFileSync(`${root}${source}`, "utf8")).map((comment) => ({
        ...comment,
        source,
      })),
    );
    for (const name of exported) {
      const declares = new RegExp(`^export (async )?(function|class|const) ${name}\\b`);
      // The main entry and the sandbox have functions of the same names.
      const own = comments.filter(({ about, source }) => declares.test(about) && source === file);
      const [comment] = [...own, ...comments.filter(({ about }) => declares.test(about))];
      assert.ok(comment, `${name} has no description`);
      assert.match(comment.text.trim(), /^[A-Z{].{20}/s, name);
      assert.match(comment.text, /@example\n```ts\n/, `${name} has no example`);
    }
    const module = comments.find(({ text }) => text.endsWith(`@module ${entry}`));
    assert.match(module?.text ?? "", /@example\n```ts\n/, "the entry itself");
  });
}

test("every example is TypeScript that compiles, and imports what it uses from an entry", () => {
  assert.ok(examples.length > 40);
  for (const { kind, code, place } of examples) {
    assert.equal(kind, "ts", place);
    assert.match(code, /from "reconcile-kit(\/\w+)?";/, place);
  }
  assert.equal(typeErrors(directory, examples), "");
});

test("every example runs, and its values are as it says", () => {
  assert.deepEqual(run(directory, examples), {});
});

test("an example that is not as it says is noticed", () => {
  const head = 'import { simulate } from "reconcile-kit";\n';
  const wrong = [
    { place: "value", code: `${head}simulate(scenario).status; // 401` },
    { place: "part", code: `${head}simulate(scenario).identity.email; // { value: "joe", … }` },
    { place: "error", code: `${head}simulate(scenario); // unknown-key` },
    {
      place: "right",
      code: `${head}simulate(scenario).identity.email; // { source: "/userinfo/email", … }`,
    },
  ];
  assert.deepEqual(Object.keys(run(directory, wrong)), ["value", "part", "error"]);
  const typo = [{ place: "typo", code: `${head}simulate({ users: "none" });` }];
  assert.match(typeErrors(directory, typo), /^typo\(2,/);
});
