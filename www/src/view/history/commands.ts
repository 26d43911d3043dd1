// What the palette can do with several logins.

import type { Command } from "../../app/commands.js";
import { outputTab } from "../../app/layout.js";
import { chosenLogin, draft } from "../../app/store.js";
import { canTell, removeLogin, STORIES, tell } from "./stories.js";

/** Shows the history. */
function show(): void {
  outputTab.value = "history";
}

/** The palette's words: a title that begins where another ends is said in full. */
function titleOf(title: string): string {
  return title.replace(/^…/, "The same person signs in again");
}

/** The history's commands. */
export const commands: readonly Command[] = [
  {
    id: "history.open",
    title: "Show one login after the other",
    group: "Go to",
    run: show,
  },
  ...STORIES.map((story) => ({
    id: `history.${story.id}`,
    title: `Add a login: ${titleOf(story.title)}`,
    group: "Scenario" as const,
    isEnabled: () => canTell(story),
    run: () => {
      show();
      void tell(story);
    },
  })),
  {
    id: "history.remove",
    title: "Remove the login that is looked at",
    group: "Scenario",
    isEnabled: () => draft.value.logins.length > 1,
    run: () => removeLogin(chosenLogin.value),
  },
];
