import { sectionForm } from "../parts/sections.js";

/** Sets the identity provider's linking strategy. */
export function setStrategy(name: string): void {
  sectionForm("identityProvider").set(["linkingStrategy"], name);
}

/** Whether the identity provider's text can be changed value by value. */
export function canSetStrategy(): boolean {
  return sectionForm("identityProvider").fits("object");
}
