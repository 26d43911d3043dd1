// What becomes of values that a lambda leaves in fields, by our core: one login for a value in each field.

import { lambdaFacts, prepare } from "../../../../js/dist/node.js";
import { parseExactly } from "../exact.mjs";
import { isNewer } from "../since.mjs";

const APPLICATION = "3c219e58-ed0e-4b18-ad48-f4f92793ae32";
const USER = "00000000-0000-0001-0000-000000000001";

const world = (identityProvider, more) => ({
  identityProvider: {
    enabled: true,
    applicationConfiguration: { [APPLICATION]: { enabled: true } },
    ...identityProvider,
  },
  application: { id: APPLICATION },
  assumptions: {
    "lambda-result-conversion": "drops-value",
    "undocumented-user-field": "honoured",
  },
  login: { userinfo: { sub: "1" } },
  ...more,
});

/** A connector's lambda may write every field of a user. */
const CONNECTOR = world({ type: "LDAP" });
const REGISTERED = world(
  { type: "OpenIDConnect", id: "a1f7c3d2-5b0e-4c8a-9d61-7e2f4b8c0a11" },
  {
    users: [{ id: USER, email: "a@example.com", registrations: [{ applicationId: APPLICATION }] }],
    links: [
      {
        identityProviderId: "a1f7c3d2-5b0e-4c8a-9d61-7e2f4b8c0a11",
        identityProviderUserId: "1",
        userId: USER,
      },
    ],
  },
);

/** What the login itself writes after a connector's lambda, whatever that left there. */
const OVERWRITTEN = [
  ...["id", "tenantId", "connectorId", "insertInstant", "lastLoginInstant", "lastUpdateInstant"],
];

/** The fields that values are tried in: `{class, name, holds}`. */
export function fields() {
  const { fields } = lambdaFacts();
  const known = (name, table, isTried) =>
    Object.entries(table)
      .filter(([field, facts]) => isTried(field, facts) && !isNewer(name, `/${field}`))
      .map(([field, { holds }]) => ({ class: name, name: field, holds }));
  return [
    ...known("User", fields.user, (field) => !OVERWRITTEN.includes(field)),
    ...known("UserRegistration", fields.registration, (_, { writable }) => writable !== "never"),
  ];
}

/** Tries values, each `{class, name, value}` with a field of its own, and answers `{refused}` or `{held}` for each. */
export class Ours {
  #connector = prepare(CONNECTOR);
  #registered = prepare(REGISTERED);

  try(values) {
    const of = (name) => values.filter((one) => one.class === name);
    const user = this.#user(of("User"));
    const registration = this.#registration(of("UserRegistration"));
    return values.map((one) => (one.class === "User" ? user : registration)(one));
  }

  #user(values) {
    const written = Object.fromEntries(values.map(({ name, value }) => [name, value]));
    // Nobody can log in who has neither an e-mail address nor a username.
    const identity = "email" in written ? { username: "jane" } : { email: "jane@example.com" };
    const outcome = left(this.#connector, (user) => {
      Object.assign(user, { id: USER }, identity, written);
    });
    return ({ name }) => found(outcome, "user", name);
  }

  #registration(values) {
    const written = Object.fromEntries(values.map(({ name, value }) => [name, value]));
    const outcome = left(this.#registered, (_, registration) => {
      Object.assign(registration, written);
    });
    return ({ name }) => found(outcome, "registration", name);
  }
}

function left(prepared, reconcile) {
  return parseExactly(prepared.simulateText(undefined, { reconcile }));
}

function found(outcome, root, name) {
  const dropped = outcome.ignoredWrites.find(({ path }) => path === `/${root}/${name}`);
  if (dropped) return { refused: dropped.reason };
  if (outcome[root] === null) throw new Error(`the login left no ${root}: ${outcome.error?.code}`);
  return { held: outcome[root][name] };
}
