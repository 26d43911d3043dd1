// The tasks as policies.

import { FIELDS, ROLES } from "./claims.mjs";

/** Where each field of the task `copy` is. */
const PLACES = { username: "registration.username", locale: "user.data.locale" };
const copies = Object.entries(FIELDS).map(([field, claim]) => [
  PLACES[field] ?? `user.${field}`,
  field === "locale" ? { from: claim, default: "en" } : claim,
]);

/** The policies by task. */
export const POLICIES = {
  gate: {
    provider: "cognito",
    gates: [
      {
        require: {
          all: [
            { verified: "email" },
            {
              any: [
                { claim: "email", domain: "example.com" },
                { claim: "assigned-groups", equals: "staff" },
              ],
            },
          ],
        },
      },
    ],
  },
  copy: { provider: "cognito", map: Object.fromEntries(copies) },
  roles: {
    provider: "cognito",
    map: { "registration.roles": { from: "assigned-groups", table: ROLES } },
  },
};
