// What is copied, and that it was.

import { signal } from "@preact/signals";
import { toClipboard } from "../../../app/clipboard.js";

/** How long the page says that something was copied, in milliseconds. */
const SAID = 2000;

/** What was copied a moment ago, or that it could not be. */
export const copied = signal("");

/** Puts `text` into the clipboard; `what` names it for the message. */
export async function copy(text: string, what: string): Promise<void> {
  const words = (await toClipboard(text))
    ? `${what} copied`
    : "The browser does not let this page copy; select the text instead";
  copied.value = words;
  setTimeout(() => {
    if (copied.value === words) copied.value = "";
  }, SAID);
}
