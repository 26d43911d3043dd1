// json-logic-js: rules are JSON, and there is nothing to prepare.

import { FIELDS, ROLES } from "../claims.mjs";

const email = { var: "jwt.email" };
const groups = { var: "id_token.cognito:groups" };
const group = { var: "" };

// `in` looks for parts of a text as well; `some` holds for lists only.
const GATE = {
  and: [
    { "===": [{ var: "jwt.email_verified" }, "true"] },
    {
      or: [
        { "===": [{ substr: [email, -"@example.com".length] }, "@example.com"] },
        { some: [groups, { "===": [group, "staff"] }] },
      ],
    },
  ],
};

/** The claim where it is a text: only a text stays the same when it is made one. */
function text(claim, missing = null) {
  const value = { var: `jwt.${claim}` };
  return { if: [{ "===": [{ cat: [value] }, value] }, value, missing] };
}

// A rule makes no object with values of its own, so it lists the values.
const COPY = Object.entries(FIELDS).map(([field, claim]) =>
  text(claim, field === "locale" ? "en" : null),
);
const NAMES = Object.keys(FIELDS);

/** A role for each group. A table cannot be read inside `map`, so it is a chain of conditions. */
const ROLE = Object.entries(ROLES).flatMap(([name, role]) => [{ "===": [group, name] }, role]);
const LIST = {
  map: [{ filter: [groups, { in: [group, Object.keys(ROLES)] }] }, { if: ROLE }],
};

export const jsonLogic = {
  name: "json-logic-js 2.0.5",
  async load() {
    const { default: engine } = await import("json-logic-js");
    return {
      gate: (login) => engine.apply(GATE, login),
      copy(login) {
        const values = engine.apply(COPY, login);
        const fields = {};
        for (let index = 0; index < NAMES.length; index += 1) fields[NAMES[index]] = values[index];
        return fields;
      },
      roles: (login) => engine.apply(LIST, login),
    };
  },
};
