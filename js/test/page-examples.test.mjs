// What the README and the pages show can be done, and comes out as they say: programs, lambdas, command lines.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Sandbox } from "reconcile-kit/sandbox";
import { run as cli } from "./support/cli.mjs";
import { blocksIn, pagesIn } from "./support/code-blocks.mjs";
import { project, run } from "./support/run-examples.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const PAGES = ["README.md", ...pagesIn("docs"), ...pagesIn("docs/rules")];
const of = (kind) => PAGES.flatMap((page) => blocksIn(page, kind));

const LAMBDA =
  "function reconcile(user, registration, jwt) {\n  if (jwt.given_name) user.firstName = jwt.given_name;\n}\n";
const POLICY = JSON.parse(
  blocksIn("README.md", "json").find(({ code }) => code.includes('"gates"')).code,
);
const OTHER_POLICY = { ...POLICY, gates: [] };

/** The project of a reader, who has what the pages tell of. */
const FILES = {
  "login.json": firstLogin({ lambda: { file: "reconcile.js" } }),
  "scenario.json": firstLogin(),
  "reconcile.js": LAMBDA,
  "identity-provider.json": firstLogin().identityProvider,
  "policy.json": POLICY,
  "new-policy.json": OTHER_POLICY,
  "old.json": POLICY,
  "new.json": OTHER_POLICY,
  "scenarios/first.json": firstLogin({
    lambda: { file: "../reconcile.js" },
    expect: { status: 200 },
  }),
  "scenarios/admin/second.json": firstLogin({ expect: { status: 200 } }),
};

let directory;
let remove;

before(() => {
  ({ directory, remove } = project(FILES));
  mkdirSync(join(directory, "new"));
});

after(async () => {
  remove();
  await sandbox.close();
});

const isProgram = ({ code }) => /^import /m.test(code);

test("programs run, and their values are as the page says", () => {
  const programs = of("js").filter(isProgram);
  assert.ok(programs.length >= 14, `only ${programs.length} are found`);
  // The page that names vitest says that node:test will do.
  const runnable = programs.map(({ code, place }) => ({
    code: code.replace('from "vitest"', 'from "node:test"'),
    place,
  }));
  assert.deepEqual(run(directory, runnable), {});
});

/** Blocks that are parts of a program or of a lambda. */
const PARTS = ["docs/rules/README.md", "docs/rules/policy-not-in-this-module.md"];

test("a block of JavaScript is a program, a lambda, or one of the known parts", () => {
  const others = of("js").filter((block) => !isProgram(block) && !isLambda(block));
  assert.deepEqual([...new Set(others.map(({ page }) => page))].sort(), PARTS);
});

const isLambda = ({ code }) => /^function /m.test(code) && !isProgram({ code });

test("lambdas do what their page is about, and those that mend it do not", async () => {
  const pages = grouped(of("js").filter(isLambda));
  assert.ok(pages.size >= 4);
  for (const [page, [bad, ...good]] of pages) {
    const code = page.match(/([a-z-]+)\.md$/)[1];
    assert.ok((await codesOf(bad.code)).includes(code), bad.place);
    for (const lambda of good)
      assert.ok(!(await codesOf(lambda.code)).includes(code), lambda.place);
  }
});

function grouped(blocks) {
  const groups = new Map();
  for (const block of blocks) groups.set(block.page, [...(groups.get(block.page) ?? []), block]);
  return groups;
}

/** The pages are about what is endless, and nobody has to wait for it as long as usual. */
const sandbox = new Sandbox({ limits: { deadline: 1000 } });

/** What is found when somebody signs in through the lambda. */
async function codesOf(body) {
  const scenario = firstLogin({ lambda: { body } });
  scenario.login.userinfo.groups = ["a"];
  try {
    const { diagnostics } = await sandbox.simulate(scenario);
    return diagnostics.map(({ code }) => code);
  } catch (error) {
    return [error.code];
  }
}

/** What a page asks for and is not done here, each with the reason. */
const NOT_RUN = [
  [/^cargo xtask (demo|test)$/, "is what builds and runs these tests"],
  [/reconcile-kit playground/, "serves until it is ended; cli-playground.test.mjs has it"],
  [/reconcile-kit engine /, "asks for Java; engine-cli.test.mjs has it"],
  [/--engine graaljs/, "asks for Java; engine-cli.test.mjs has it"],
  [/^(mvn|java|iconv|cp|npx esbuild) /, "is another program"],
  [/debug\.log/, "needs a server's log; from-log.test.mjs has it"],
];

/** The lines of a block that call a program, without what is said about them. */
function calls({ code, place, page }) {
  const lines = code.split("\n").map((line) => line.replace(/ +#.*/, "").trim());
  return lines.filter((line) => line !== "").map((line) => ({ line, place, page }));
}

const shell = of("sh").flatMap(calls);
const isRun = ({ line }) => !NOT_RUN.some(([pattern]) => pattern.test(line));

/** Exit codes of calls that show a mistake, or find a difference. */
const EXIT_CODES = [
  [/^diff /, 1],
  [/frist-login/, 2],
  [/--strategy LinkByMail$/, 2],
  [/--type Gogle$/, 2],
];

test("command lines end with the exit code that they should", () => {
  const run = shell.filter(isRun);
  assert.ok(run.length >= 14, `only ${run.length} are found`);
  for (const { line, place } of run) {
    const [, words] = /^(?:npx )?reconcile-kit (.*)$/.exec(line) ?? [];
    assert.ok(
      words,
      `${place}: \`${line}\` is not a call of reconcile-kit; NOT_RUN has what is not run`,
    );
    const parts = words.split(" ").map((word) => word.replace(/^'(.*)'$/, "$1"));
    const expected = EXIT_CODES.find(([pattern]) => pattern.test(words))?.[1] ?? 0;
    // `init` writes where there is nothing yet.
    const cwd = parts[0] === "init" ? join(directory, "new") : directory;
    const { code, out, err } = cli(parts, { cwd });
    assert.equal(code, expected, `${place}: \`${line}\`\n${out}\n${err}`);
  }
});

test("nothing is left out without need", () => {
  for (const [pattern] of NOT_RUN) {
    assert.ok(
      shell.some(({ line }) => pattern.test(line)),
      `no page says anything like ${pattern} any more`,
    );
  }
});

/** Output that a page shows: with its call, or below the block that has it. */
function shownOutputs() {
  const compared = blocksIn("README.md", "").find(({ code }) => code.startsWith("strategy "));
  const called = of("").filter(({ code }) => code.startsWith("$ "));
  const outputs = called.map(({ code, place }) => {
    const [first, ...rest] = code.split("\n");
    return { call: first.replace(/^\$ npx reconcile-kit /, ""), lines: rest, place };
  });
  const call = "compare examples/cognito/no-email.json";
  return [...outputs, { call, lines: compared.code.split("\n"), place: compared.place }];
}

/** Whether the line is the printed one, which it may end with an ellipsis. */
function isShort(printed, line) {
  const [start, end] = line.split("…");
  return end === undefined ? printed === line : printed.startsWith(start.trimEnd());
}

test("what a page prints is what is printed", () => {
  const outputs = shownOutputs();
  assert.ok(outputs.length >= 3);
  for (const { call, lines, place } of outputs) {
    const { out } = cli(call.split(" "), { cwd: root });
    let rest = out.split("\n").map((line) => line.trimEnd());
    for (const line of lines.filter((line) => !["", "…"].includes(line.trim()))) {
      const at = rest.findIndex((printed) => isShort(printed, line.trimEnd()));
      assert.notEqual(at, -1, `${place}: nothing like this is printed there:\n${line}\n\n${out}`);
      rest = rest.slice(at + 1);
    }
  }
});

test("the README's five things are all run", () => {
  const readme = readFileSync(`${root}README.md`, "utf8");
  const things = readme.split(/^\*\*\d\. /m).slice(1);
  assert.equal(things.length, 5);
  const shownThings = shownOutputs().map(({ call }) => call);
  for (const thing of things) {
    const commands = shell.filter(({ line, page }) => page === "README.md" && thing.includes(line));
    const isDone =
      commands.some(isRun) ||
      shownThings.some((call) => thing.includes(call)) ||
      of("js").some(({ code }) => thing.includes(code));
    assert.ok(isDone, thing.split("\n")[0]);
  }
});
