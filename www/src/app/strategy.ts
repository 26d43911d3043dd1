// The linking strategy: the one setting that is changed from everywhere.

import { computed } from "@preact/signals";
import { canPut, valueAt, withValue } from "../draft/edit.js";
import { edit } from "./actions.js";
import { draft } from "./store.js";

const text = computed(() => draft.value.sections.identityProvider);

/** An API's answer wraps the identity provider in a key of that name; its bare form does not. */
const path = computed(() => {
  const isWrapped = valueAt(text.value, ["identityProvider"]) !== undefined;
  return isWrapped ? ["identityProvider", "linkingStrategy"] : ["linkingStrategy"];
});

/** The linking strategy that the draft says; empty where it says none. */
export const strategy = computed(() => {
  const value = valueAt(text.value, path.value);
  return typeof value === "string" ? value : "";
});

/** Whether the identity provider's text is a JSON object, in which one value can be changed. */
export const canChooseStrategy = computed(() => canPut(text.value, path.value));

/** Sets the linking strategy, and leaves the rest of the identity provider as it was typed. */
export function chooseStrategy(name: string): void {
  const identityProvider = withValue(text.value, path.value, name);
  // Each choice is a step of its own, also right after something was typed.
  edit({ sections: { ...draft.value.sections, identityProvider } }, `strategy ${name}`);
}
