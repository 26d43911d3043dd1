// Takes in what was dropped, chosen or pasted, and says what became of it.

import { signal } from "@preact/signals";
import { open } from "../../app/actions.js";
import { chosenLogin, draft } from "../../app/store.js";
import { read } from "../../carry/import/files.js";
import { importTexts } from "../../carry/import/import.js";
import type { Incoming, Kit } from "../../carry/import/types.js";
import { ask } from "../../kit/client.js";
import { say, warn } from "./notice.js";

/** Whether the dialog for files and pasted texts is open. */
export const isImportOpen = signal(false);

const KIT: Kit = {
  check: (document) => ask("check", { document }),
  readCognito: (payload) => ask("readCognito", { payload }),
  decodeIdToken: (token) => ask("decodeIdToken", { token }),
};

/** Takes files in; what could not be used is answered, one sentence each. */
export async function takeFiles(files: readonly File[]): Promise<readonly string[]> {
  const results = await Promise.all(files.map(read));
  const texts = results.filter((one): one is Incoming => "text" in one);
  const unread = results.flatMap((one) => ("fault" in one ? [one.fault] : []));
  return taken(texts, unread);
}

/** Takes a text in; why it cannot be used is answered. */
export function takeText(text: string): Promise<readonly string[]> {
  return taken([{ name: "", text }], []);
}

async function taken(
  texts: readonly Incoming[],
  unread: readonly string[],
): Promise<readonly string[]> {
  const base = { draft: draft.peek(), login: chosenLogin.peek() };
  const imported = await importTexts(texts, base, KIT);
  const faults = [...unread, ...imported.faults];
  if (imported.draft) open(imported.draft);
  const told = [...imported.said, ...faults].join(" ");
  if (imported.draft && faults.length === 0) say(told);
  else if (told !== "") warn(told);
  return faults;
}
