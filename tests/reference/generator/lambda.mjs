// A lambda as the steps of tests/cases/README.md, and attribute mappings.

import { EMAILS, GROUPS, USERNAMES } from "./words.mjs";

const STEPS = [
  [3, () => ({ set: "/user/firstName", from: "/jwt/given_name" })],
  [2, () => ({ set: "/user/lastName", from: "/jwt/family_name" })],
  [1, () => ({ set: "/user/birthDate", from: "/jwt/birthdate" })],
  [3, ({ one }) => ({ set: "/user/email", value: one([...EMAILS, "New@Example.com", ""]) })],
  [1, () => ({ set: "/user/email", from: "/jwt/custom:mail" })],
  [1, () => ({ set: "/user/email", from: "/id_token/email" })],
  [2, ({ one }) => ({ set: "/user/username", value: one([...USERNAMES, "JOHN", " New "]) })],
  [1, () => ({ set: "/user/username", from: "/jwt/username" })],
  [1, ({ one }) => ({ undefine: one(["/user/email", "/user/username", "/user/firstName"]) })],
  [1, ({ one }) => ({ unset: one(["/user/email", "/user/firstName", "/registration/roles"]) })],
  [1, ({ one }) => ({ set: "/user/data/team", value: one(["blue", "red", 5]) })],
  [1, ({ one }) => ({ set: "/user/memberships", value: one([[{ groupId: GROUPS[1] }], []]) })],
  [1, ({ chance }) => ({ set: "/user/active", value: chance(0.5) })],
  [2, ({ one }) => ({ set: "/registration/roles", value: one(ROLES) })],
  [1, () => ({ set: "/registration/roles", from: "/id_token/cognito:groups" })],
  [1, () => ({ set: "/registration/username", from: "/jwt/preferred_username" })],
  [0.5, ({ one }) => ({ set: "/user/firstName", value: one(["", "  ", " Ann "]) })],
  [0.6, () => ({ throw: "no" })],
];

const ROLES = [["admin"], ["user", "admin", "user"], ["owner", "admin"], ["owner"], []];

export function madeUpLambda(random) {
  return Array.from({ length: random.upTo(4) }, () => random.weighed(STEPS)(random));
}

const MAPPINGS = {
  "user.firstName": ["jwt.given_name", "id_token.given_name", "/jwt/given_name"],
  "user.lastName": ["/jwt/nothing", "jwt.given_name"],
  "user.birthDate": ["jwt.birthdate"],
  "user.email": ["jwt.custom:mail", "id_token.email", "jwt.email", "jwt.nothing"],
  "user.username": ["jwt.username", "/id_token/username"],
  "user.data.team": ["jwt.given_name"],
  "registration.username": ["jwt.preferred_username"],
  firstName: ["jwt.given_name"],
};

/** Types other than OpenID Connect leave the name of the token out. */
export function madeUpMappings({ chance, one }, type) {
  const chosen = Object.entries(MAPPINGS).filter(() => chance(0.35));
  const isNamed = type === "OpenIDConnect" || chance(0.1);
  const written = (source) => (isNamed ? source : source.replace(/^\/?(jwt|id_token)[./]/, ""));
  return Object.fromEntries(chosen.map(([target, sources]) => [target, written(one(sources))]));
}
