// jsonata: expressions are compiled once, and each answer is a promise.

import { FIELDS, ROLES } from "../claims.mjs";

const GATE = `
  jwt.email_verified = "true" and (
    ($type(jwt.email) = "string" and $substring(jwt.email, -${"@example.com".length}) = "@example.com")
    or ($type(id_token.\`cognito:groups\`) = "array" and "staff" in id_token.\`cognito:groups\`)
  )`;

const copies = Object.entries(FIELDS).map(([field, claim]) => {
  const missing = field === "locale" ? ' : "en"' : "";
  return `"${field}": $type(jwt.${claim}) = "string" ? jwt.${claim}${missing}`;
});
const COPY = `{ ${copies.join(", ")} }`;

// The brackets keep a single role a list.
const LIST = `(
  $table := ${JSON.stringify(ROLES)};
  [id_token.\`cognito:groups\`[$type($) = "string"].$lookup($table, $)]
)`;

export const jsonata = {
  name: "jsonata 2.2.2",
  async load() {
    const { default: compile } = await import("jsonata");
    const [gate, copy, roles] = [GATE, COPY, LIST].map((text) => compile(text));
    return {
      gate: (login) => gate.evaluate(login),
      copy: (login) => copy.evaluate(login),
      roles: (login) => roles.evaluate(login),
    };
  },
};
