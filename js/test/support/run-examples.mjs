// Runs examples of the documentation as a reader would: in a project that has the package, with the things at hand that
// a text speaks of. What an example says about a value, in a comment behind it, has to be so.

import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const given = fileURLToPath(new URL("given.mjs", import.meta.url));

/** What TypeScript is told of the things at hand. */
const TYPES = `
import type { Claims, IdentityProvider, Login, PolicyDocument, Registration, Scenario, User } from "reconcile-kit";
declare global {
  const scenario: Scenario & { login: Login };
  const policy: PolicyDocument;
  const identityProvider: IdentityProvider;
  const user: User;
  const registration: Registration;
  const jwt: Claims;
  const id_token: Claims;
  function holds(found: unknown, expected: unknown): void;
  function fails(work: () => unknown, how: string): Promise<void>;
  const REST: never[] & object;
}
`;

const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: "ES2022",
  module: "NodeNext",
  lib: ["ES2022", "DOM", "ESNext.Disposable"],
  types: ["node"],
  skipLibCheck: true,
  noEmit: true,
};

const STATEMENT =
  /^( *)(?!(?:const|let|using|import|export|return|\/\/)\b|await using\b)(\S.*); +\/\/ (.+)$/;

/** The example, with its comments about values turned into checks. */
export function withChecks(code) {
  const lines = code.split("\n").map((line) => {
    const [, indent, expression, comment] = STATEMENT.exec(line) ?? [];
    if (comment === undefined) return line;
    if (/^(["'[{\d-]|(true|false|null|undefined)$)/.test(comment)) {
      return `${indent}holds((${expression}), (${comment.replaceAll("…", "...REST")}));`;
    }
    const how = /^[a-z]+(-[a-z0-9]+)+$|^\w+Error$/.exec(comment);
    return how ? `${indent}await fails(async () => (${expression}), "${how[0]}");` : line;
  });
  return lines.join("\n");
}

/** A project for readers, with the package as it was built. `files` are added to it. */
export function project(files = {}) {
  const directory = mkdtempSync(join(tmpdir(), "reconcile-kit-examples-"));
  const link = (from, to) => {
    mkdirSync(join(directory, to, ".."), { recursive: true });
    symlinkSync(join(root, from), join(directory, to), "junction");
  };
  link("js", "node_modules/reconcile-kit");
  link("node_modules/@types/node", "node_modules/@types/node");
  link("examples", "examples");
  cpSync(given, join(directory, "given.mjs"));
  for (const [name, content] of Object.entries({ "package.json": { type: "module" }, ...files })) {
    mkdirSync(join(directory, name, ".."), { recursive: true });
    const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
    writeFileSync(join(directory, name), text);
  }
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** What the compiler says about examples in TypeScript, if it says anything. */
export function typeErrors(directory, examples) {
  const files = examples.map(({ code }, index) => {
    writeFileSync(join(directory, `example-${index}.mts`), `${withChecks(code)}\nexport {};\n`);
    return `example-${index}.mts`;
  });
  writeFileSync(join(directory, "given.d.mts"), TYPES);
  const config = { compilerOptions: OPTIONS, files: ["given.d.mts", ...files] };
  writeFileSync(join(directory, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  try {
    execFileSync(process.execPath, [tsc], { cwd: directory, encoding: "utf8" });
  } catch (error) {
    return error.stdout.replaceAll(/example-(\d+)\.mts/g, (_, index) => examples[index].place);
  }
  return "";
}

/** Runs the examples one after the other; what went wrong in each, by its place. */
export function run(directory, examples) {
  for (const [index, { code }] of examples.entries()) {
    const { code: runnable } = transformSync(withChecks(code), { loader: "ts", target: "es2022" });
    writeFileSync(join(directory, `example-${index}.mjs`), runnable);
  }
  writeFileSync(join(directory, "run.mjs"), RUN);
  // What is set for the tests' own process is not the examples'.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const words = ["run.mjs", String(examples.length)];
  const call = spawnSync(process.execPath, words, { cwd: directory, env, encoding: "utf8" });
  const failures = JSON.parse(readFileSync(join(directory, "failures.json"), "utf8"));
  const failed = Object.entries(failures).map(([index, why]) => [examples[index].place, why]);
  // Tests that examples register run last, and say by themselves what failed.
  const tests = failed.length === 0 && call.status !== 0 ? [["a test", call.stdout]] : [];
  return Object.fromEntries([...failed, ...tests]);
}

/** Each example finds the things at hand as they were at first. */
const RUN = `
import { writeFileSync } from "node:fs";
import { putAtHand } from "./given.mjs";
const failures = {};
for (let index = 0; index < Number(process.argv[2]); index++) {
  putAtHand();
  try {
    await import(\`./example-\${index}.mjs\`);
  } catch (error) {
    failures[index] = String(error.stack ?? error).slice(0, 2000);
  }
}
writeFileSync("failures.json", JSON.stringify(failures));
`;
