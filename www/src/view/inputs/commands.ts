import reference from "virtual:reference";
import type { Command } from "../../app/commands.js";
import { type InputTab, inputTab } from "../../app/layout.js";
import { canChooseStrategy, chooseStrategy } from "../../app/strategy.js";
import { addLogin } from "./login/logins.js";
import { sectionForm } from "./parts/sections.js";
import { addUser } from "./users/people.js";

const TABS: readonly (readonly [InputTab, string])[] = [
  ["login", "Go to the login"],
  ["provider", "Go to the identity provider"],
  ["application", "Go to application and tenant"],
  ["users", "Go to users and links"],
  ["mapping", "Go to the mapping: lambda, policy or attribute mappings"],
  ["settings", "Go to the settings and assumptions"],
  ["scenario", "Go to the whole scenario as JSON"],
];

function goTo(tab: InputTab): void {
  inputTab.value = tab;
}

/** What can be done on the side of what goes in. */
export const commands: readonly Command[] = [
  ...TABS.map(
    ([tab, title]): Command => ({
      id: `inputs.tab.${tab}`,
      title,
      group: "Go to",
      run: () => goTo(tab),
    }),
  ),
  ...reference.strategies.map(
    ({ name }): Command => ({
      id: `inputs.strategy.${name}`,
      title: `Set the linking strategy to ${name}`,
      group: "Edit",
      isEnabled: () => canChooseStrategy.value,
      run: () => chooseStrategy(name),
    }),
  ),
  {
    id: "inputs.add-login",
    title: "Add a login",
    group: "Edit",
    run: () => {
      addLogin();
      goTo("login");
    },
  },
  {
    id: "inputs.add-user",
    title: "Add a user",
    group: "Edit",
    isEnabled: () => sectionForm("users").fits("array"),
    run: () => {
      addUser();
      goTo("users");
    },
  },
];
