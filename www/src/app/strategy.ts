// The linking strategy: the one setting that is changed from everywhere.

import { computed } from "@preact/signals";
import { valueAt, withValue } from "../draft/edit.js";
import { editSection } from "./actions.js";
import { draft } from "./store.js";

/** An API's answer wraps the identity provider in a key of that name; its bare form does not. */
const at = computed(() => {
  const text = draft.value.sections.identityProvider;
  const isWrapped = valueAt(text, ["identityProvider"]) !== undefined;
  return isWrapped ? ["identityProvider", "linkingStrategy"] : ["linkingStrategy"];
});

/** The linking strategy that the draft says; empty where it says none. */
export const strategy = computed(() => {
  const value = valueAt(draft.value.sections.identityProvider, at.value);
  return typeof value === "string" ? value : "";
});

/** Sets the linking strategy, and leaves the rest of the identity provider as it was typed. */
export function chooseStrategy(name: string): void {
  editSection("identityProvider", withValue(draft.value.sections.identityProvider, at.value, name));
}
