// What a person does on the side of what goes in.

import type { Locator, Page } from "playwright-core";

/** Opens a tab by its title. */
export async function openTab(page: Page, title: string): Promise<void> {
  await page.getByRole("tab", { name: new RegExp(`^${title}`) }).click();
}

/** Waits until the verdict says so. */
export async function verdict(page: Page, says: RegExp): Promise<void> {
  await page.getByRole("status").filter({ hasText: says }).first().waitFor();
}

/** The box that takes what Cognito wrote. */
export function pasteBox(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Paste an ID token/ });
}

/** Pastes as Ctrl+V does: the text comes with the event. */
export async function paste(page: Page, text: string): Promise<void> {
  await pasteBox(page).evaluate((box, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    box.focus();
    box.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** Shows a piece as JSON, or as a form again. */
export async function showAs(page: Page, piece: string, mode: "Form" | "JSON"): Promise<void> {
  const choice = page.getByRole("group", { name: `Edit ${piece} as` });
  await choice.getByRole("radio", { name: mode }).check({ force: true });
}

/** Puts a text in place of what an editor holds, by the keyboard as pasting does. */
export async function write(editor: Locator, text: string): Promise<void> {
  const { keyboard } = editor.page();
  await editor.click();
  await keyboard.press("ControlOrMeta+a");
  await keyboard.press("Delete");
  await keyboard.insertText(text);
}

/** The text in an editor, whatever it is made of. */
export function textOf(editor: Locator): Promise<string> {
  return editor.evaluate((element) =>
    element instanceof HTMLTextAreaElement
      ? element.value
      : [...element.querySelectorAll(".cm-line")].map(({ textContent }) => textContent).join("\n"),
  );
}

/** A signed token with these claims. */
export function tokenOf(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256", kid: "k" })}.${part(claims)}.c2lnbmF0dXJl`;
}
