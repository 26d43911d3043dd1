// From a place in the scenario to the tab in which it is edited.

import type { Diagnostic } from "reconcile-kit";
import { type InputTab, inputTab } from "../../../app/layout.js";
import { tabOf } from "../../../app/tabs.js";
import type { Composed } from "../../../draft/compose.js";
import { findingsOf, pieceOf } from "../../../draft/place.js";

/** What each tab is called in a sentence. */
const NAMES: Readonly<Record<InputTab, string>> = {
  login: "login",
  provider: "identity provider",
  application: "application",
  users: "users",
  mapping: "mapping",
  settings: "settings",
  scenario: "scenario",
};

/** Where something can be corrected. */
export interface Place {
  readonly tab: InputTab;
  /** Such as `users, line 12`. */
  readonly words: string;
}

/** Where a finding is; lines are those of the piece's own text, where the scenario is at hand. */
export function placeOf(finding: Diagnostic, scenario: Composed = NOTHING): Place {
  const tab = tabOf(finding, scenario);
  const [own] = findingsOf(pieceOf(finding, scenario), scenario, [finding]);
  const line = finding.line == null ? undefined : own?.line;
  return { tab, words: line == null ? NAMES[tab] : `${NAMES[tab]}, line ${line}` };
}

/** A scenario of which nothing is known. */
const NOTHING: Composed = { text: "", stretches: [] };

/** Shows the tab. */
export function goTo({ tab }: Pick<Place, "tab">): void {
  inputTab.value = tab;
}
