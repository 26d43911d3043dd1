// The draft's JSON pieces as forms.

import { editLogin, editSection } from "../../../app/actions.js";
import { draft } from "../../../app/store.js";
import type { Section } from "../../../draft/draft.js";
import { JsonForm } from "./json-form.js";

/** FusionAuth's API wraps these in an object whose only key is their name. */
const WRAPPED: readonly Section[] = ["identityProvider", "application", "tenant"];

/** A section as a form; where it is wrapped as the API returns it, the form is of what is inside. */
export function sectionForm(section: Section): JsonForm {
  const text = draft.value.sections[section];
  const write = (next: string) => editSection(section, next);
  const form = new JsonForm(text, write);
  const isWrapped = WRAPPED.includes(section) && form.node([section])?.type === "object";
  return isWrapped ? new JsonForm(text, write, [section]) : form;
}

/** A login as a form. */
export function loginForm(index: number): JsonForm {
  return new JsonForm(draft.value.logins[index] ?? "{}", (next) => editLogin(index, next));
}

/** The application that the login is for: the scenario's, or the only one that the provider names. */
export function applicationId(): string {
  const own = sectionForm("application").string(["id"]);
  if (own !== "") return own;
  const provider = sectionForm("identityProvider");
  const [only, ...others] = provider
    .keys(["applicationConfiguration"])
    .filter((id) => provider.value(["applicationConfiguration", id, "enabled"]) !== false);
  return only !== undefined && others.length === 0 ? only : "";
}

/** The first id of this readable form that the scenario does not have yet. Ids are never random. */
export function freeId(texts: readonly string[]): string {
  const all = texts.join("\n");
  for (let number = 1; ; number++) {
    const id = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
    if (!all.includes(id)) return id;
  }
}

/** The same for the draft as it stands. */
export function newId(): string {
  const { sections, logins } = draft.value;
  return freeId([...Object.values(sections), ...logins]);
}

/** The tenant that the login is in, as far as the scenario says; empty where it does not. */
export function tenantId(): string {
  const provider = sectionForm("identityProvider");
  const named =
    sectionForm("application").string(["tenantId"]) ||
    sectionForm("tenant").string(["id"]) ||
    provider.string(["tenantId"]);
  if (named !== "") return named;
  const [only, ...others] = provider.keys(["tenantConfiguration"]);
  return only !== undefined && others.length === 0 ? only : "";
}
