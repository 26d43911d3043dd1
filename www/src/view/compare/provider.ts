// The linking strategy in the draft: which one it is, and another in its place.

import reference from "virtual:reference";
import { computed } from "@preact/signals";
import { editSection } from "../../app/actions.js";
import { draft, outcome } from "../../app/store.js";
import { type Path, valueAt, withValue } from "../../draft/edit.js";

/** The strategies, in the order in which FusionAuth documents them. */
export const STRATEGIES = reference.strategies;

/** Where the strategy stands: the identity provider may be in the wrapper of FusionAuth's API. */
function placeIn(text: string): Path {
  const wrapped = valueAt(text, ["identityProvider"]);
  const isWrapped = typeof wrapped === "object" && wrapped !== null;
  return [...(isWrapped ? ["identityProvider"] : []), "linkingStrategy"];
}

/** The draft's own strategy: what it says, or what the core took where it says nothing. */
export const ownStrategy = computed<string | undefined>(() => {
  const text = draft.value.sections.identityProvider;
  const said = valueAt(text, placeIn(text));
  if (typeof said === "string") return said;
  const words = outcome.value?.trace.flatMap(({ title }) => title.split(" ")) ?? [];
  return STRATEGIES.find(({ name }) => words.includes(name))?.name;
});

/** Whether there is an object that a strategy can be put into. */
export const canChoose = computed(() => {
  const text = draft.value.sections.identityProvider;
  const found = text.trim() === "" ? {} : valueAt(text, []);
  return typeof found === "object" && found !== null && !Array.isArray(found);
});

/** Puts a strategy into the identity provider. */
export function choose(strategy: string): void {
  const text = draft.value.sections.identityProvider;
  editSection("identityProvider", withValue(text, placeIn(text), strategy));
}
