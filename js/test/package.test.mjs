// The packed tarball, installed where nothing else is, works for every kind of user.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { installed, npm } from "./support/package.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const js = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
let directory;
let files;
let node;
let remove;

before(() => {
  ({ directory, files, node, remove } = installed());
});

after(() => remove());

test("it has the core once, the schemas, the rules' pages, the licences and no source", () => {
  assert.deepEqual(files.filter((path) => path.endsWith(".wasm")).sort(), [
    "dist/reconcile_kit.wasm",
  ]);
  for (const path of [
    "dist/THIRD-PARTY-LICENSES.txt",
    "dist/playground/playground.json",
    "dist/playground/index.html.br",
    "schemas/scenario.schema.json",
    "schemas/outcome.schema.json",
    "docs/assumptions.md",
    "docs/rules/unknown-key.md",
    "java/pom.xml",
    "java/src/main/java/reconcilekit/Main.java",
    "dist/graaljs-bridge.js",
    "README.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
  ]) {
    assert.ok(files.includes(path), path);
  }
  assert.deepEqual(
    files.filter((path) => /^(src|test|build|bench|java\/target|schemas\/compiled)\//.test(path)),
    [],
  );
});

test("every rule that the package speaks of by itself has a page", () => {
  const sources = readdirSync(join(js, "src"), { recursive: true })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(join(js, "src", path), "utf8"));
  const codes = sources.flatMap((text) => [...text.matchAll(/failure\(\s*"([a-z-]+)"/g)]);
  assert.ok(codes.length > 3);
  for (const [, code] of codes) assert.ok(files.includes(`docs/rules/${code}.md`), code);
});

const USE = `
const { status, decision } = simulate(${JSON.stringify(firstLogin())});
console.log(status, decision);
`;

test("a module imports it", () => {
  assert.equal(node("use.mjs", `import { simulate } from "reconcile-kit";${USE}`), "200 create");
});

test("CommonJS requires it", () => {
  assert.equal(
    node("use.cjs", `const { simulate } = require("reconcile-kit");${USE}`),
    "200 create",
  );
});

test("the module's file and the schemas can be resolved", () => {
  const found = node(
    "resolve.cjs",
    `const paths = ["reconcile-kit/reconcile_kit.wasm", "reconcile-kit/schemas/scenario.schema.json"];
     for (const path of paths) require("node:fs").accessSync(require.resolve(path));
     console.log(require("reconcile-kit/package.json").name);`,
  );
  assert.equal(found, "reconcile-kit");
});

test("its program has the playground with it, and finds every file", () => {
  const found = node(
    "playground.mjs",
    `import { existsSync, readFileSync } from "node:fs";
     const dist = new URL("./node_modules/reconcile-kit/dist/", import.meta.url);
     const { files } = JSON.parse(readFileSync(new URL("playground/playground.json", dist), "utf8"));
     const missing = Object.values(files).filter(({ stored }) => !existsSync(new URL(stored, dist)));
     console.log(Object.keys(files).length > 10, missing.length);`,
  );
  assert.equal(found, "true 0");
});

test("its program runs", () => {
  writeFileSync(join(directory, "a.json"), JSON.stringify(firstLogin()));
  const out = npm(["exec", "--offline", "--", "reconcile-kit", "preview", "a.json"], directory);
  assert.match(out, /200 create/);
});

const TYPED = `
import { ReconcileKitError, simulate, type Outcome, type Scenario, type Several } from "reconcile-kit";

const scenario: Scenario = {
  identityProvider: { enabled: true, linkingStrategy: "LinkByUsername", buttonText: "Sign in" },
  users: [{ id: "u1", username: "jane", data: { anything: [1, { goes: true }] } }],
  login: { userinfo: { sub: "1", preferred_username: "jane" } },
};
const preview = simulate(scenario, {
  strategy: "LinkByUsernameForExistingUser",
  reconcile(user, registration, jwt, id_token) {
    user.firstName = jwt.given_name;
    user.data ??= {};
    user.data.groups = id_token?.["cognito:groups"];
    registration.roles = ["user"];
  },
});
// A scenario that shows whether it has one login or several says what comes of it.
const one: Outcome = simulate({ identityProvider: {}, login: { userinfo: { sub: "1" } } });
const several: Several = simulate({ identityProvider: {}, logins: [{ userinfo: { sub: "1" } }] });
console.log(one.decision, several.users.length);
const outcomes: Outcome[] = "logins" in preview ? preview.logins : [preview];
for (const { status, user, changes } of outcomes) {
  const name: string | undefined = user?.firstName;
  console.log(status, name, changes.map(({ by }) => by.kind));
}
try {
  // @ts-expect-error This is no linking strategy.
  simulate(scenario, { strategy: "LinkByEmial" });
} catch (error) {
  if (error instanceof ReconcileKitError) console.log(error.code, error.line?.toFixed(), error.diagnostics[0]?.help);
}
`;

for (const [name, file] of [
  ["of a module", "use.mts"],
  ["of a CommonJS file", "use.cts"],
]) {
  test(`TypeScript ${name} knows its types`, () => {
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
    writeFileSync(
      join(directory, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: [file] }),
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    try {
      execFileSync(process.execPath, [tsc, "--project", "tsconfig.json"], { cwd: directory });
    } catch (error) {
      assert.fail(String(error.stdout));
    }
  });
}
