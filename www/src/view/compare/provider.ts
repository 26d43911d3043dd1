// The linking strategies, and which of them the draft has.

import reference from "virtual:reference";
import { computed } from "@preact/signals";
import { outcome } from "../../app/store.js";
import { strategy } from "../../app/strategy.js";

/** The strategies, in the order in which FusionAuth documents them. */
export const STRATEGIES = reference.strategies;

/** The draft's own strategy: what it says, or what the core took where it says nothing. */
export const ownStrategy = computed<string | undefined>(() => {
  if (strategy.value !== "") return strategy.value;
  const words = outcome.value?.trace.flatMap(({ title }) => title.split(" ")) ?? [];
  return STRATEGIES.find(({ name }) => words.includes(name))?.name;
});
