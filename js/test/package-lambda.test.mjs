// The packed tarball's entry for lambdas, and the main entry's policies.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { installed } from "./support/package.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
let directory;
let node;
let remove;

before(() => {
  ({ directory, node, remove } = installed());
});

after(() => remove());

const RUN = `
const reconcile = createReconcile({
  gates: [{ require: "email", code: "no-address", message: "No." }],
  map: { "user.firstName": "given_name" },
});
const user = {};
reconcile(user, null, { email: "jane@example.com", given_name: "Jane" });
let code;
try {
  reconcile(user, null, {});
} catch (error) {
  code = error instanceof PolicyDeniedError && error.denial.code;
}
console.log(user.firstName, code);
`;

for (const entry of ["reconcile-kit/lambda", "reconcile-kit"]) {
  const names =
    entry === "reconcile-kit" ? "Policy, PolicyDeniedError" : "createReconcile, PolicyDeniedError";
  const run =
    entry === "reconcile-kit"
      ? `const createReconcile = (document) => new Policy(document).reconcile;${RUN}`
      : RUN;
  test(`${entry} runs a policy from a module and from CommonJS`, () => {
    assert.equal(
      node("lambda.mjs", `import { ${names} } from "${entry}";${run}`),
      "Jane no-address",
    );
    assert.equal(
      node("lambda.cjs", `const { ${names} } = require("${entry}");${run}`),
      "Jane no-address",
    );
  });
}

test("it is bundled for Node.js into one file that runs alone", async () => {
  const entry = join(directory, "handler.mjs");
  writeFileSync(
    entry,
    `import { createReconcile, PolicyDeniedError } from "reconcile-kit/lambda";${RUN}`,
  );
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
  });
  const [{ text }] = outputFiles;
  assert.equal(node("bundled.mjs", text), "Jane no-address");
});

test("for Workers the module is imported, under the name that the package has it by", async () => {
  const entry = join(directory, "worker.mjs");
  writeFileSync(entry, 'export { createReconcile } from "reconcile-kit/lambda";');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    loader: { ".wasm": "copy" },
    assetNames: "[name]",
    outdir: directory,
    write: false,
  });
  const module = outputFiles.find(({ path }) => path.endsWith("reconcile_kit.wasm"));
  const path = join(directory, "node_modules/reconcile-kit/dist/reconcile_kit.wasm");
  assert.ok(readFileSync(path).equals(module.contents));
  const { text } = outputFiles.find(({ path }) => path.endsWith(".js"));
  assert.match(text, /from "\.\/reconcile_kit\.wasm"/);
  assert.ok(text.length < 60_000);
});

const TYPED = `
import { Policy, PolicyDeniedError, simulate, type PolicyDocument, type PolicyResult } from "reconcile-kit";
import { createReconcile, Policy as Small, type PolicyReconcile } from "reconcile-kit/lambda";

const document: PolicyDocument = {
  provider: "cognito",
  gates: [{ require: { verified: "email" }, message: "Confirm your address." }],
  map: {
    "user.firstName": ["given_name", { from: "name", transform: [{ before: " " }] }],
    "registration.roles": { from: "assigned-groups", table: { Admins: ["admin"] }, write: "add" },
  },
};
interface User { email?: string; data?: Record<string, unknown> }
const user: User = {};
const policy = new Policy(document);
const result: PolicyResult = policy.run({ user, jwt: { email: "a@b.example" }, id_token: null }, { trace: true });
const text: string = new Small(document).runText("{}", { trace: true });
const reconcile: PolicyReconcile = createReconcile(document, {
  onResult: ({ skipped, writes }) => console.log(skipped.length, writes[0]?.path),
});
try {
  reconcile(user, undefined, { given_name: "Jane" });
  policy.reconcile(user, { roles: [] }, {}, undefined, {}, {});
  simulate({ identityProvider: {}, login: { userinfo: {} } }, { reconcile: policy.reconcile });
} catch (error) {
  if (error instanceof PolicyDeniedError) console.log(error.rule, error.denial.code, error.help, text);
}
// @ts-expect-error There is no such part.
policy.run({ userinfo: {} });
// @ts-expect-error Claims are an object.
policy.run({ jwt: "eyJ" });
policy.free();
for (const { rule, end } of result.trace ?? []) console.log(rule, end);
`;

for (const [name, file] of [
  ["a module", "policy.mts"],
  ["a CommonJS file", "policy.cts"],
]) {
  test(`TypeScript of ${name} knows the types`, () => {
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
