// @marcbachmann/cel-js: expressions are parsed once, and what is of the wrong type throws.

import { FIELDS, ROLES } from "../claims.mjs";

// `in` asks for the keys of a map as well, so the list has to be one.
const GATE = `
  jwt.email_verified == "true" && (
    (type(jwt.email) == string && jwt.email.endsWith("@example.com"))
    || (type(id_token["cognito:groups"]) == list && "staff" in id_token["cognito:groups"])
  )`;

// A map has each of its keys, so that a field without a value is null.
const copies = Object.entries(FIELDS).map(([field, claim]) => {
  const missing = field === "locale" ? '"en"' : "null";
  const isText = `has(jwt.${claim}) && type(jwt.${claim}) == string`;
  return `"${field}": ${isText} ? jwt.${claim} : ${missing}`;
});
const COPY = `{ ${copies.join(", ")} }`;

const LIST = `
  type(id_token["cognito:groups"]) == list
    ? cel.bind(
        table,
        ${JSON.stringify(ROLES)},
        id_token["cognito:groups"].filter(group, group in table).map(group, table[group])
      )
    : []`;

export const cel = {
  name: "cel-js 8.0.0",
  async load() {
    const { Environment } = await import("@marcbachmann/cel-js");
    const environment = new Environment({
      unlistedVariablesAreDyn: true,
      homogeneousAggregateLiterals: false,
    });
    const [gate, copy, roles] = [GATE, COPY, LIST].map((text) => environment.parse(text));
    return {
      gate: (login) => gate(login),
      copy: (login) => copy(login),
      roles: (login) => roles(login),
    };
  },
};
