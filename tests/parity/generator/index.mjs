// Made-up pairs of a lambda and a login. A seed and a number are one pair, whatever else is made.

import { login } from "./claims.mjs";
import { Dice } from "./dice.mjs";
import { program } from "./program.mjs";

const APPLICATION = "3c219e58-ed0e-4b18-ad48-f4f92793ae32";

const ANSWER = {
  url: "https://api.example.com/a",
  status: 200,
  headers: { "X-A": "b" },
  body: { team: "blue" },
};

/** Versions of FusionAuth, so that 70 of 100 run the newest engine and 15 each of the older ones. */
const VERSIONS = [
  [70, ["1.70", "1.56", "1.64.1", "1.60"]],
  [15, ["1.51", "1.55.1", "1.53"]],
  [15, ["1.50", "1.36", "1.48", "1.45.2"]],
];

function version(dice) {
  return dice.pick(dice.weigh(VERSIONS));
}

function user(dice) {
  return {
    id: "11111111-2222-4333-8444-555555555555",
    email: "jane@example.com",
    verified: true,
    firstName: dice.pick(["Old", undefined, ""]),
    preferredLanguages: dice.pick([[], ["en_US"]]),
    data: dice.pick([{}, { count: 1, a: "kept" }, { list: ["x"], nested: { a: 1 } }]),
  };
}

/** Everything but lambda and login, as `seed` and `name` say. */
export function scenarioOf(seed, name) {
  const dice = new Dice(`${seed}/${name}/scenario`);
  return {
    now: dice.pick(["2026-11-23T08:00:00Z", "2024-02-29T23:59:59.999Z", "1999-12-31T00:00:00Z"]),
    fusionauth: version(dice),
    identityProvider: {
      id: "a1f7c3d2-5b0e-4c8a-9d61-7e2f4b8c0a11",
      type: "OpenIDConnect",
      name: "Cognito",
      enabled: true,
      linkingStrategy: "LinkByEmail",
      applicationConfiguration: { [APPLICATION]: { enabled: true, createRegistration: true } },
    },
    application: {
      id: APPLICATION,
      name: "Shop",
      roles: [{ name: "admin" }, { name: "user", isDefault: true }],
    },
    ...(dice.chance(25) && { users: [user(dice)] }),
    secrets: { "api-key": "abc", given_name: "secret" },
    fetch: [ANSWER],
  };
}

/** A login, as `seed` and `name` say. */
export function loginOf(seed, name) {
  return login(new Dice(`${seed}/${name}/login`));
}

/** The pair of a number, as a scenario. */
export function pair(seed, number) {
  const dice = new Dice(`${seed}/${number}/lambda`);
  const lambda = { body: program(dice), debug: dice.chance(30) };
  return { ...scenarioOf(seed, number), lambda, login: loginOf(seed, number) };
}
