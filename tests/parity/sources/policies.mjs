// The lambda that each policy is exported to, with made-up claims; it has to lead where the core's policy does.

import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { exportPolicy, simulate } from "../../../js/dist/node.js";
import { loginOf, scenarioOf } from "../generator/index.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Logins that a policy of the repository is run on; a made-up one is run on one. */
const LOGINS = 15;

/** The pairs of all policies. */
export async function* policies({ seed }) {
  for (const { name, policy } of written()) {
    for (let number = 0; number < LOGINS; number++) yield pairOf(`${name}-${number}`, policy, seed);
  }
  let number = 0;
  for await (const policy of madeUp()) yield pairOf(`made-up-${number++}`, policy, seed);
}

function pairOf(name, policy, seed) {
  const { text } = exportPolicy(policy, "lambda");
  const base = { ...scenarioOf(seed, name), login: loginOf(seed, name) };
  const expected = (preview) => {
    const byPolicy = simulate({ ...base, policy });
    const [found, wanted] = [left(preview), left(byPolicy)].map((one) => JSON.stringify(one));
    return found === wanted ? undefined : { found, wanted };
  };
  return { name, scenario: { ...base, lambda: { body: text } }, expected };
}

/** What a login leaves behind; who wrote it and what was logged is another matter. */
function left({ user, registration, link, decision, status, error }) {
  const isDenied = ["PolicyDenied", "LambdaInvocationException"].includes(error?.code);
  return isDenied ? { denied: true } : { user, registration, link, decision, status, error };
}

/** The policies of the examples, of the exports that are committed, and of the cases. */
function* written() {
  for (const folder of ["examples", "tests/policies", "tests/cases"]) {
    for (const file of readdirSync(join(root, folder), { recursive: true }).sort()) {
      if (!/\.(json|ya?ml)$/.test(file) || file.includes("node_modules")) continue;
      const policy = policyIn(join(root, folder, file));
      if (policy) yield { name: relative(root, join(root, folder, file)), policy };
    }
  }
}

function policyIn(file) {
  const text = readFileSync(file, "utf8");
  const document = file.endsWith(".json") ? JSON.parse(text) : parse(text);
  const isAlone = document?.map !== undefined || document?.gates !== undefined;
  const policy = isAlone ? document : (document?.scenario ?? document)?.policy;
  if (typeof policy !== "object" || policy === null) return undefined;
  if (policy.file === undefined) return policy;
  const named = join(dirname(file), policy.file);
  return existsSync(named) ? policyIn(named) : undefined;
}

/** The policies that the test `policy_pairs` makes up. */
async function* madeUp() {
  const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
  const file = join(target, "tmp", "policy-pairs.jsonl");
  if (!existsSync(file)) {
    const words = ["test", "--quiet", "--test", "policy_pairs"];
    const { status } = spawnSync("cargo", words, { cwd: root, stdio: "inherit" });
    if (status !== 0) throw new Error("the policies could not be made up: see above");
  }
  let lambda;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const pair = JSON.parse(line);
    if (pair.lambda === lambda) continue;
    lambda = pair.lambda;
    yield pair.policy;
  }
}
