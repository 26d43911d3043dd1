// Opening an example. It is a change like any other, and can be undone.

import { open } from "../app/actions.js";
import { overlay, showInput } from "../app/layout.js";
import { decompose } from "../draft/decompose.js";
import type { Example } from "./all.js";

/** Puts an example in place of what is edited, and shows its login. */
export function openExample({ text }: Example): void {
  const opened = decompose(text);
  if (!opened) return;
  open(opened);
  overlay.value = undefined;
  showInput("login");
}
