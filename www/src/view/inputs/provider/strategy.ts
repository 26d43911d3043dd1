// The setting that decides most.

import { edit } from "../../../app/actions.js";
import { draft } from "../../../app/store.js";
import { type JsonForm, put } from "../parts/json-form.js";
import { sectionForm } from "../parts/sections.js";
import { providerType } from "./types.js";

/** The strategy that is set, or else the one that the type of identity provider brings along. */
export function chosenStrategy(provider: JsonForm): string {
  const set = provider.string(["linkingStrategy"]);
  return set === "" ? (providerType(provider.string(["type"]))?.links ?? "") : set;
}

/** Sets the identity provider's linking strategy: a step of its own, also right after something was typed. */
export function setStrategy(name: string): void {
  const { text, base } = sectionForm("identityProvider");
  const identityProvider = put(text, [...base, "linkingStrategy"], name);
  edit({ sections: { ...draft.peek().sections, identityProvider } }, `strategy ${name}`);
}

/** Whether the identity provider's text can be changed value by value. */
export function canSetStrategy(): boolean {
  return sectionForm("identityProvider").fits("object");
}
