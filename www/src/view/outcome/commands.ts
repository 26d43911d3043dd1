// What can be done with the outcome, by name.

import type { Command } from "../../app/commands.js";
import { type OutputTab, outputTab } from "../../app/layout.js";
import { chosenLogin, outcomes, result } from "../../app/store.js";
import { pretty } from "../../draft/pretty.js";
import { copy } from "./parts/copy.js";
import { chooseLogin } from "./verdict/choose-login.js";

const TABS: readonly (readonly [OutputTab, string])[] = [
  ["path", "the path"],
  ["changes", "the changes"],
  ["log", "the log"],
  ["assumptions", "the assumptions"],
  ["compare", "the comparison"],
  ["history", "the history"],
  ["json", "the outcome as JSON"],
];

/** Goes to tabs and logins, and copies the outcome. */
export const commands: readonly Command[] = [
  ...TABS.map(
    ([tab, words]): Command => ({
      id: `outcome.${tab}`,
      title: `Show ${words}`,
      group: "Go to",
      run: () => {
        outputTab.value = tab;
      },
    }),
  ),
  {
    id: "outcome.next-login",
    title: "Show the next login",
    group: "Go to",
    isEnabled: () => chosenLogin.value + 1 < outcomes.value.length,
    run: () => chooseLogin(chosenLogin.peek() + 1),
  },
  {
    id: "outcome.previous-login",
    title: "Show the login before",
    group: "Go to",
    isEnabled: () => chosenLogin.value > 0 && outcomes.value.length > 1,
    run: () => chooseLogin(chosenLogin.peek() - 1),
  },
  {
    id: "outcome.copy",
    title: "Copy the outcome as JSON",
    group: "Share",
    isEnabled: () => result.value !== undefined,
    run: () => void copy(pretty(result.peek()?.text ?? ""), "Outcome"),
  },
];
