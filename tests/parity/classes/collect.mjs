// Every object of FusionAuth's that the repository's cases, outcomes and examples hold.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { prepare } from "../../../js/dist/node.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The documents of the repository in which they are looked for. */
export function documents() {
  const files = ["tests", "examples"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, file)),
  );
  return files
    .filter((file) => /\.(json|ya?ml)$/.test(file) && !/node_modules|tests.parity/.test(file))
    .sort()
    .map((file) => ({ file, document: documentIn(join(root, file)) }));
}

function documentIn(file) {
  const text = readFileSync(file, "utf8");
  try {
    return file.endsWith(".json") ? JSON.parse(text) : parse(text);
  } catch {
    return undefined; // One that shows what becomes of a text that is no document.
  }
}

/** The scenarios in `document`, wherever they stand, that the core accepts. */
export function* scenariosIn(document) {
  for (const object of objectsIn(document)) {
    if (object.identityProvider && (object.login || object.logins) && isAccepted(object)) {
      yield object;
    }
  }
}

function isAccepted(scenario) {
  try {
    prepare(scenario).free();
    return true;
  } catch {
    return false;
  }
}

/** What a scenario gives of FusionAuth's, each with its class. */
export function* given(scenario) {
  const { identityProvider, application, tenant, users = [], links = [] } = scenario;
  const provider = identityProvider.identityProvider ?? identityProvider;
  // A document that names no type means OpenID Connect, and the class is chosen by it.
  yield {
    class: "IdentityProvider",
    place: "/identityProvider",
    value: { type: "OpenIDConnect", ...provider },
  };
  if (application) {
    const value = application.application ?? application;
    yield { class: "Application", place: "/application", value };
  }
  if (tenant) yield { class: "Tenant", place: "/tenant", value: tenant.tenant ?? tenant };
  yield* usersAndLinks(users, links, "");
}

/** The outcomes in `document`, and the users and links of several logins. */
export function* left(document) {
  for (const object of objectsIn(document)) {
    if (typeof object.verdict === "string" && object.decision && object.identity) {
      yield* leftBy(object);
    } else if (Array.isArray(object.logins) && object.users && object.logins[0]?.verdict) {
      yield* usersAndLinks(object.users, object.links, "");
    }
  }
}

function* leftBy({ user, registration, link, pendingLink }) {
  if (user) yield { class: "User", place: "/user", value: user };
  if (registration)
    yield { class: "UserRegistration", place: "/registration", value: registration };
  if (link) yield { class: "IdentityProviderLink", place: "/link", value: link };
  if (pendingLink) yield { class: "PendingIdPLink", place: "/pendingLink", value: pendingLink };
}

function* usersAndLinks(users, links, place) {
  for (const [index, given] of users.entries()) {
    const value = given.user ?? given;
    yield { class: "User", place: `${place}/users/${index}`, value };
    for (const [number, registration] of (value.registrations ?? []).entries()) {
      const at = `${place}/users/${index}/registrations/${number}`;
      yield { class: "UserRegistration", place: at, value: registration };
    }
  }
  for (const [index, value] of links.entries()) {
    yield { class: "IdentityProviderLink", place: `${place}/links/${index}`, value };
  }
}

function* objectsIn(value) {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const part of Object.values(value)) yield* objectsIn(part);
}
