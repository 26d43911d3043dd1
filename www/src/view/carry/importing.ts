// Takes in what was dropped, chosen or pasted, and says what became of it.

import { open } from "../../app/actions.js";
import { chosenLogin, draft } from "../../app/store.js";
import { read } from "../../carry/import/files.js";
import { importTexts } from "../../carry/import/import.js";
import type { Incoming, Kit } from "../../carry/import/types.js";
import { ask } from "../../kit/client.js";
import { say, warn } from "./notice.js";

const KIT: Kit = {
  check: (document) => ask("check", { document }),
  readCognito: (payload) => ask("readCognito", { payload }),
  decodeIdToken: (token) => ask("decodeIdToken", { token }),
};

/** What became of what was taken in, in sentences. */
export interface Taken {
  readonly said: readonly string[];
  readonly faults: readonly string[];
}

/** Takes files in. */
export async function takeFiles(files: readonly File[]): Promise<Taken> {
  const results = await Promise.all(files.map(read));
  const texts = results.filter((one): one is Incoming => "text" in one);
  const unread = results.flatMap((one) => ("fault" in one ? [one.fault] : []));
  const { said, faults } = await taken(texts);
  return { said, faults: [...unread, ...faults] };
}

/** Takes a text in. */
export function takeText(text: string): Promise<Taken> {
  return taken([{ name: "", text }]);
}

async function taken(texts: readonly Incoming[]): Promise<Taken> {
  const base = { draft: draft.peek(), login: chosenLogin.peek() };
  const imported = await importTexts(texts, base, KIT);
  if (imported.draft) open(imported.draft);
  return imported;
}

/** Says what became of it. */
export function announce({ said, faults }: Taken): void {
  const told = [...said, ...faults].join(" ");
  if (faults.length > 0) warn(told);
  else if (told !== "") say(told);
}
