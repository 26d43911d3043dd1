// From a place in the scenario to the tab in which it is edited.

import type { Diagnostic } from "reconcile-kit";
import { type InputTab, inputTab } from "../../../app/layout.js";
import type { Composed, Piece } from "../../../draft/compose.js";
import { steps } from "./pointers.js";

const TABS: Readonly<Record<string, InputTab>> = {
  login: "login",
  logins: "login",
  identityProvider: "provider",
  application: "application",
  tenant: "application",
  users: "users",
  links: "users",
  actions: "settings",
  lambda: "mapping",
  policy: "mapping",
  secrets: "settings",
  fetch: "settings",
  expect: "settings",
  assumptions: "settings",
  loginValidation: "settings",
  fusionauth: "settings",
  now: "settings",
  name: "settings",
  settings: "settings",
};

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

/** The part of a finding that says where. */
export type Located = Pick<Diagnostic, "path"> & Partial<Pick<Diagnostic, "line" | "file">>;

/** Where a finding is; lines are those of the piece's own text, where the scenario is at hand. */
export function placeOf(finding: Located, scenario?: Composed): Place {
  const { path, line, file } = finding;
  const [key = ""] = steps(path);
  const named = TABS[key];
  // Lines of a lambda are its own; others count from the beginning of the scenario's text.
  const isInLambda = file != null || key === "lambda";
  const stretch =
    line == null || isInLambda
      ? undefined
      : scenario?.stretches.find(({ first, last }) => first <= line && line <= last);
  const tab = named ?? (stretch ? tabOf(stretch.piece) : file == null ? "scenario" : "mapping");
  const own =
    line == null ? undefined : stretch ? line - stretch.first + 1 : isInLambda ? line : undefined;
  return { tab, words: own === undefined ? NAMES[tab] : `${NAMES[tab]}, line ${own}` };
}

function tabOf(piece: Piece): InputTab {
  return TABS[piece.split(" ")[0] ?? ""] ?? "scenario";
}

/** Shows the tab. */
export function goTo({ tab }: Pick<Place, "tab">): void {
  inputTab.value = tab;
}
