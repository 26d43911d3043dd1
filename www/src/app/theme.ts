// Light or dark. `public/theme.js` sets it before the first paint, from what is remembered here.

import { effect } from "@preact/signals";
import { remembered } from "./remembered.js";

/** What somebody may choose; `system` follows the device. */
export const THEMES = ["system", "light", "dark"] as const;
/** One of them. */
export type Theme = (typeof THEMES)[number];

/** The theme that is chosen. */
export const theme = remembered<Theme>("theme", "system", (stored): stored is Theme =>
  THEMES.includes(stored as Theme),
);

/** Keeps the page in the chosen theme. */
export function followTheme(): () => void {
  return effect(() => {
    const { dataset } = document.documentElement;
    if (theme.value === "system") delete dataset.theme;
    else dataset.theme = theme.value;
  });
}
