// The workflows of GitHub: valid YAML, with as few rights as will do, and nothing in them that can change unseen.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parseDocument } from "yaml";

const github = fileURLToPath(new URL("../../.github/", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));

function parsed(file) {
  const text = readFileSync(`${github}${file}`, "utf8");
  const document = parseDocument(text);
  assert.deepEqual([...document.errors, ...document.warnings], [], file);
  return { file, text, content: document.toJS() };
}

const workflows = readdirSync(`${github}workflows`).map((file) => parsed(`workflows/${file}`));
const stepsOf = ({ content }) => Object.values(content.jobs).flatMap(({ steps }) => steps);

test("there are workflows for tests, for publishing and for advisories", () => {
  const names = workflows.map(({ file }) => file).sort();
  assert.deepEqual(
    names,
    ["advisories.yml", "publish.yml", "test.yml"].map((name) => `workflows/${name}`),
  );
});

test("every action is named by its commit, with its version behind it", () => {
  const used = workflows.flatMap(({ text }) => [...text.matchAll(/uses: (.*)$/gm)]);
  assert.ok(used.length >= 10);
  for (const [, action] of used) {
    assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
  const versions = new Map();
  for (const [, action] of used) {
    const [name] = action.split("@");
    assert.equal(versions.get(name) ?? action, action, "one version of each");
    versions.set(name, action);
  }
});

test("nothing may write to the repository, and only what publishes may prove who it is", () => {
  for (const { file, content } of workflows) {
    const rights = [content, ...Object.values(content.jobs)].map((one) => one.permissions ?? {});
    assert.ok("permissions" in content, `${file} says what it may do`);
    for (const right of rights.flatMap(Object.entries)) {
      const isOfPublishing = file === "workflows/publish.yml" && right[0] === "id-token";
      assert.ok(isOfPublishing || String(right) === "contents,read", `${file}: ${right}`);
    }
  }
  const { jobs } = workflows.find(({ file }) => file === "workflows/publish.yml").content;
  for (const job of Object.values(jobs)) {
    const proves = job.permissions["id-token"] === "write";
    const publishes = job.steps.some(({ run = "" }) => /(npm|cargo) publish/.test(run));
    assert.deepEqual([proves, job.environment === "release"], [publishes, publishes]);
  }
});

test("no secret is read, and no clone keeps a token", () => {
  for (const workflow of workflows) {
    assert.doesNotMatch(workflow.text, /secrets\./);
    for (const { uses = "", with: given } of stepsOf(workflow)) {
      if (uses.startsWith("actions/checkout@")) assert.equal(given["persist-credentials"], false);
    }
  }
});

test("what somebody else chose, such as a branch's name, is in no script", () => {
  for (const workflow of workflows) {
    for (const { run = "" } of stepsOf(workflow)) assert.doesNotMatch(run, /\$\{\{/);
  }
});

test("tests run with the oldest Node.js that the package takes, and with newer ones", () => {
  const { content } = workflows.find(({ file }) => file === "workflows/test.yml");
  const { engines } = JSON.parse(readFileSync(`${root}js/package.json`, "utf8"));
  const [node] = content.jobs.everything.steps.flatMap(
    ({ with: given }) => given?.["node-version"] ?? [],
  );
  assert.equal(engines.node, `>=${node}`);
  assert.ok(content.jobs.everything.steps.some(({ run }) => run === ".ci/run"));
  const { include } = content.jobs.package.strategy.matrix;
  assert.deepEqual([...new Set(include.map((one) => one.node))], [22, 24, 26]);
  assert.equal(new Set(include.map((one) => one.system)).size, 3);
});

test("publishing checks first, proves where the package comes from, and makes it public", () => {
  const { content, text } = workflows.find(({ file }) => file === "workflows/publish.yml");
  assert.deepEqual(content.on, { push: { tags: ["v[0-9]+.[0-9]+.[0-9]+*"] } });
  assert.ok(content.jobs.check.steps.some(({ run }) => run === "cargo xtask release --dry-run"));
  assert.match(text, /npm publish .* --provenance --access public/);
  for (const name of ["npm", "crate"]) assert.equal(content.jobs[name].needs, "check");
});

test("the cargo-deny that looks for advisories is the one that releases are checked by", () => {
  const { text } = workflows.find(({ file }) => file === "workflows/advisories.yml");
  const source = readFileSync(`${root}xtask/src/setup/cargo_deny.rs`, "utf8");
  const [, version] = /VERSION: &str = "(.*)"/.exec(source);
  assert.ok(text.includes(`cargo-deny --version ${version} `));
});

test("every kind of dependency is kept up to date, in groups", () => {
  const { content } = parsed("dependabot.yml");
  const manifests = { cargo: "Cargo.toml", npm: "package-lock.json", maven: "pom.xml" };
  const kinds = content.updates.map((update) => update["package-ecosystem"]);
  assert.deepEqual(kinds.sort(), ["cargo", "github-actions", "maven", "npm"]);
  for (const update of content.updates) {
    assert.ok(Object.keys(update.groups).length > 0);
    const manifest = manifests[update["package-ecosystem"]];
    for (const directory of manifest ? (update.directories ?? [update.directory]) : []) {
      assert.ok(existsSync(`${root}${directory}/${manifest}`), `${directory}/${manifest}`);
    }
  }
});
