// The clipboard, where the browser has one for this page.

/** Puts a text into the clipboard; `false` where the browser does not let the page. */
export async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
