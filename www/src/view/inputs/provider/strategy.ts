// The setting that decides most.

import type { JsonForm } from "../parts/json-form.js";
import { providerType } from "./types.js";

/** The strategy that is set, or else the one that the type of identity provider brings along. */
export function chosenStrategy(provider: JsonForm): string {
  const set = provider.string(["linkingStrategy"]);
  return set === "" ? (providerType(provider.string(["type"]))?.links ?? "") : set;
}
