// The way to what exports, imports and shares, from what is on the page before that is there.

import { warn } from "./notice.js";

type Dialogs = typeof import("./dialogs.js");

/** Does something with it once it is there. */
export function later(use: (all: Dialogs) => Promise<void>): void {
  void import("./dialogs.js").then(use, () => {
    warn("This part of the page could not be loaded. Reload the page.");
  });
}
