// Users and links of the scenario, and what is put there by one click.

import { batch } from "@preact/signals";
import type { IdentityView } from "reconcile-kit";
import { edit } from "../../../app/actions.js";
import { draft } from "../../../app/store.js";
import { JsonForm } from "../parts/json-form.js";
import { applicationId, newId, sectionForm } from "../parts/sections.js";

/** How a user is called in a list: by what people know them by. */
function nameOf(user: unknown): string {
  if (typeof user !== "object" || user === null) return "";
  const { email, username, fullName, firstName, id } = user as Readonly<Record<string, unknown>>;
  const name = [email, username, fullName, firstName, id].find(
    (value) => typeof value === "string",
  );
  return typeof name === "string" ? name : "";
}

function users(): readonly unknown[] {
  const value = sectionForm("users").value([]);
  return Array.isArray(value) ? value : [];
}

/** The users that have an id, to choose from. */
export function userOptions(): { value: string; words: string }[] {
  return users().flatMap((user) => {
    const id = (user as { readonly id?: unknown } | null)?.id;
    return typeof id === "string" && id !== "" ? [{ value: id, words: nameOf(user) }] : [];
  });
}

/** Users or links as a form of which every change is a step of its own for undo, unlike typing. */
function rows(section: "users" | "links"): JsonForm {
  const text = draft.value.sections[section];
  return new JsonForm(text, (next) => {
    const sections = { ...draft.value.sections, [section]: next };
    edit({ sections }, `rows of ${section} from ${text.length} to ${next.length}`);
  });
}

/** Takes a user or a link away. */
export function removeRow(section: "users" | "links", index: number): void {
  rows(section).set([index], undefined);
}

/** Adds a user about whom nothing is known yet. */
export function addUser(): void {
  rows("users").add([], { id: newId(), active: true });
}

/** Makes a user of the person who signs in, as FusionAuth read who they are. */
export function addPerson({ email, emailVerified, username }: IdentityView): void {
  rows("users").add([], {
    id: newId(),
    active: true,
    ...(email.value === null ? {} : { email: email.value }),
    ...(username.value === null ? {} : { username: username.value }),
    verified: emailVerified.value === true,
  });
}

/** Links the person who signs in to a user. */
export function linkPerson({ uniqueId, email }: IdentityView, userId: string): void {
  addLink({
    identityProviderUserId: uniqueId.value ?? "",
    userId,
    ...(email.value === null ? {} : { displayName: email.value }),
  });
}

/** Adds a link to this identity provider, which gets an id if it has none: links name it. */
export function addLink(link: Readonly<Record<string, unknown>>): void {
  batch(() => {
    const provider = sectionForm("identityProvider");
    if (provider.string(["id"]) === "") provider.set(["id"], newId());
    const identityProviderId = sectionForm("identityProvider").string(["id"]);
    rows("links").add([], { identityProviderId, ...link });
  });
}

/** How the user at this place of the list is called: by what people know them by. */
export function nameAt(form: JsonForm, index: number): string {
  const names = ["email", "username", "id"].map((key) => form.string([index, key]));
  return names.find((name) => name !== "") ?? "";
}

/** A user's registration for the application: its place in the list, -1 for none, and its roles. */
export function registrationOf(user: number): { at: number; roles: readonly unknown[] } {
  const all = sectionForm("users").value([user, "registrations"]);
  const id = applicationId();
  if (!Array.isArray(all) || id === "") return { at: -1, roles: [] };
  const at = all.findIndex((one: { readonly applicationId?: unknown } | null) => {
    return one?.applicationId === id;
  });
  const roles: unknown = all[at]?.roles;
  return { at, roles: Array.isArray(roles) ? roles : [] };
}

/** Registers a user for the application, or takes the registration away. */
export function setRegistered(user: number, isRegistered: boolean): void {
  const form = sectionForm("users");
  const list = [user, "registrations"];
  if (isRegistered) form.add(list, { applicationId: applicationId(), roles: [] });
  else form.set([...list, registrationOf(user).at], undefined);
}

/** The names of the application's roles. */
export function roleNames(): string[] {
  const roles = sectionForm("application").value(["roles"]);
  if (!Array.isArray(roles)) return [];
  return roles.flatMap((role: { readonly name?: unknown } | null) =>
    typeof role?.name === "string" && role.name !== "" ? [role.name] : [],
  );
}

/** Whether a user has this e-mail address or username already. */
export function hasUserLike(identity: IdentityView): boolean {
  const same = (one: unknown, other: string | null) =>
    other !== null && typeof one === "string" && one.toLowerCase() === other.toLowerCase();
  return users().some((user) => {
    const { email, username } = (user ?? {}) as { email?: unknown; username?: unknown };
    return same(email, identity.email.value) || same(username, identity.username.value);
  });
}

/** The links that lead to a user, by their places. */
export function linksTo(userId: string): number[] {
  const links = sectionForm("links").value([]);
  if (!Array.isArray(links)) return [];
  return links.flatMap((link: { readonly userId?: unknown } | null, index) =>
    link?.userId === userId ? [index] : [],
  );
}
