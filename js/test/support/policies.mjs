// Policies that several tests and the bench run, with what they are run on.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cases } from "./cases.mjs";

const examples = fileURLToPath(new URL("../../../examples", import.meta.url));

/** Names, a picture and roles from groups: what most people map. */
export const USUAL = {
  provider: "cognito",
  gates: [
    { id: "staff", require: { claim: "email", endsWith: "@company.example" }, message: "No." },
  ],
  map: {
    "user.firstName": "given_name",
    "user.data.team.name": { from: "custom:team", missing: "clear" },
    "user.birthDate": { id: "birthday", from: "birthdate", transform: "birth-date" },
    "registration.roles": { from: "assigned-groups", table: { Admins: ["admin", "editor"] } },
  },
};

/** Somebody who passes {@link USUAL}. */
export function jane(changes = {}) {
  return {
    user: {},
    registration: {},
    jwt: { sub: "1", email: "jane@company.example", given_name: "Jane" },
    id_token: { sub: "1", "cognito:groups": ["Admins"] },
    ...changes,
  };
}

/** Every policy of the cases, with what each of its logins hands it; and the policies of the examples. */
export function runs() {
  const found = [];
  for (const { file, scenario } of cases()) {
    const { policy, users = [], login, logins = [login] } = scenario;
    if (!policy || policy.file) continue;
    for (const { userinfo = {}, idToken } of logins) {
      const id_token = typeof idToken === "object" ? idToken : null;
      const [user = {}] = users;
      const [registration = {}] = user.registrations ?? [];
      found.push({ file, policy, given: { user, registration, jwt: userinfo, id_token } });
    }
  }
  for (const policy of examplePolicies()) found.push({ file: "example", policy, given: jane() });
  return found;
}

function examplePolicies() {
  const files = readdirSync(examples, { recursive: true }).filter(
    (file) => !file.includes("node_modules") && file.endsWith("policy.json"),
  );
  return files.map((file) => JSON.parse(readFileSync(join(examples, file), "utf8")));
}
