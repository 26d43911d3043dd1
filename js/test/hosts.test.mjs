// The hosts that are quick to run, with the packed tarball: each gives the same answers, byte for byte.
// `cargo xtask hosts` runs all of them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { rightAnswers, sharedCases } from "../../tests/hosts/cases.mjs";
import { differences } from "../../tests/hosts/compare.mjs";
import { HOSTS } from "../../tests/hosts/hosts/index.mjs";
import { makeProject } from "../../tests/hosts/project.mjs";
import { hostsOnPage } from "../../tests/hosts/table.mjs";

let project;
let right;

before(() => {
  const cases = sharedCases();
  project = makeProject(cases);
  right = rightAnswers(cases, project.directory);
});

after(() => project?.remove());

test("there is something to answer, of every entry and with every kind of error", () => {
  const names = Object.keys(right);
  for (const entry of ["main", "lambda", "check", "sandbox", "test"]) {
    assert.ok(names.filter((name) => name.startsWith(`${entry}: `)).length >= 2, entry);
  }
  assert.ok(names.length > 350);
  const errors = Object.values(right).filter((text) => text.startsWith('{"isOurs":true'));
  assert.ok(errors.length >= 10);
  for (const error of errors) {
    const { isError, code, help, url } = JSON.parse(error);
    assert.ok(isError && code && help && /^docs\/rules\/[\w-]+\.md$/.test(url), error);
  }
});

test("docs/hosts.md has the table of a run of all hosts", () => {
  assert.deepEqual(
    hostsOnPage(),
    HOSTS.map(({ name }) => name),
  );
});

const quick = HOSTS.filter(({ isQuick }) => isQuick);

for (const host of quick) {
  test(host.name, async () => {
    assert.equal(host.missing(), undefined);
    const { answers } = await host.run(project);
    assert.deepEqual(differences(answers, right, host.parts), []);
  });
}

test("a host that answers otherwise, less or more is found", () => {
  const [first, second] = Object.keys(right).filter((name) => name.startsWith("main: "));
  const { [first]: _, ...less } = right;
  const others = [{ ...right, [second]: "otherwise" }, less, { ...right, "main: more": "" }];
  for (const answers of others) {
    assert.equal(differences(answers, right, ["main"]).length, 1);
  }
});
