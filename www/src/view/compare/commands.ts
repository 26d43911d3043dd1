// What the palette can do with comparisons.

import type { Command } from "../../app/commands.js";
import { outputTab } from "../../app/layout.js";
import { added, canVary, toggle, VARIANTS, variants } from "./logins.js";

/** Shows the comparison. */
function show(): void {
  outputTab.value = "compare";
}

/** The comparison's commands. */
export const commands: readonly Command[] = [
  {
    id: "compare.open",
    title: "Compare all linking strategies",
    group: "Go to",
    run: show,
  },
  ...VARIANTS.map(({ variant, title }) => ({
    id: `compare.${variant}`,
    title: `Compare: what if this login had ${title}`,
    group: "Scenario" as const,
    isEnabled: () => canVary(variant) || variants.value.includes(variant),
    run: () => {
      show();
      toggle(variant);
    },
  })),
  {
    id: "compare.clear",
    title: "Compare: remove all variants and added logins",
    group: "Edit",
    isEnabled: () => variants.value.length + added.value.length > 0,
    run: () => {
      variants.value = [];
      added.value = [];
    },
  },
];
