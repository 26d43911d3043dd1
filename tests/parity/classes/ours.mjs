// What our core prints of a user, registration or link that it read.

import { simulateText } from "../../../js/dist/node.js";
import { parseExactly } from "./exact.mjs";

/** Nobody is linked, so nothing that is stored is changed. */
const NOBODY = {
  identityProvider: { enabled: true, linkingStrategy: "Disabled" },
  logins: [{ userinfo: { sub: "nobody" } }],
};

/** `value` as it is printed again; the core prints nothing of settings, so these are themselves. */
export function reprinted({ class: name, value }) {
  if (name === "User") return print({ users: [value] }).users[0];
  if (name === "UserRegistration") {
    const user = { id: "00000000-0000-0001-0000-000000000001", email: "a@example.com" };
    return print({ users: [{ ...user, registrations: [value] }] }).users[0].registrations[0];
  }
  return value;
}

function print(world) {
  return parseExactly(simulateText({ ...NOBODY, ...world }));
}
