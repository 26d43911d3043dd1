// The cases that all hosts share, from those that the repository has, and the answers that are right.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { cases as committed, compact } from "../../js/test/support/cases.mjs";
import { lambdaCases } from "../../js/test/support/lambda-cases.mjs";
import { runs, USUAL } from "../../js/test/support/policies.mjs";

/** Lambdas that end by a limit: how long that takes is the machine's. */
const LIMITED = /endless/;

/** Every how many of the scenarios is taken; those with a policy are all taken. */
const STEP = 3;

const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What no scenario is, each wrong in another way. */
const BROKEN = [
  "",
  "{",
  "{}",
  "[]",
  '{ "identityProvider": {}, "login": { "userinfo": 5 } }',
  '{ "identityProvider": {},\n  "usrs": [],\n  "login": { "userinfo": { "sub": "1" } } }',
  '{ "identityProvider": {}, "login": { "idToken": "eyJ.eyJ" } }',
  '{ "identityProvider": {}, "lambda": { "body": "" }, "login": { "userinfo": { "sub": "1" } } }',
];

/** The cases: data only, which any host can be given. */
export function sharedCases() {
  const all = committed().filter(({ reconcile }) => !reconcile);
  const scenarios = all
    .filter(({ scenario }, index) => scenario.policy || index % STEP === 0)
    .map(({ file, scenario, outcome }) => ({
      file,
      text: JSON.stringify(scenario),
      outcome: compact(outcome),
    }));
  const policies = runs().map(({ file, policy, given }, index) => ({
    file: `${index} ${file}`,
    policy,
    given: JSON.stringify(given),
  }));
  const person = { jwt: { sub: "1", email: "jane@company.example", given_name: "Jane" } };
  policies.unshift({ file: "usual", policy: USUAL, given: JSON.stringify(person) });
  const lambdas = lambdaCases()
    .filter(({ file }) => !LIMITED.test(file))
    .map(({ file, scenario, outcome }) => ({
      file,
      scenario,
      body: JSON.parse(scenario).lambda?.body ?? "",
      outcome: compact(outcome),
    }));
  const token = `${part({ alg: "RS256" })}.${part({ sub: "1" })}.c2lnbmF0dXJl`;
  return { scenarios, policies, lambdas, broken: BROKEN, token };
}

/**
 * The answers that are right: outcomes as they are committed, which the core gives natively too, and everything else
 * as the built package gives it in the Node.js that runs this.
 */
export function rightAnswers(cases, project) {
  const answers = JSON.parse(
    execFileSync(
      process.execPath,
      [fileURLToPath(new URL("reference.mjs", import.meta.url)), project],
      {
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      },
    ),
  );
  for (const { file, outcome } of cases.scenarios) answers[`main: ${file}`] = outcome;
  for (const { file, outcome } of cases.lambdas) answers[`sandbox: ${file}`] = outcome;
  return answers;
}
