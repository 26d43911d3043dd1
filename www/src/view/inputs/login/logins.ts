// Several logins in a row: each sees what the one before left behind.

import { batch } from "@preact/signals";
import { edit } from "../../../app/actions.js";
import { chosenLogin, draft } from "../../../app/store.js";

/** Counts what is never undone together. */
let made = 0;

function put(logins: readonly string[], chosen: number, what: string): void {
  const [first, ...rest] = logins;
  if (first === undefined) return;
  batch(() => {
    edit({ logins: [first, ...rest], several: several(logins) }, `${what} ${++made}`);
    chosenLogin.value = chosen;
  });
}

/** A scenario that said `logins` goes on saying it until one of several was taken out. */
function several(logins: readonly string[]): boolean {
  const before = draft.peek();
  return logins.length > 1 || (before.several && before.logins.length === logins.length);
}

/** Which login is shown: the chosen one, as far as there are so many. */
export function shownLogin(): number {
  return Math.min(chosenLogin.value, draft.value.logins.length - 1);
}

/** Adds a copy of the login that is shown, behind it. */
export function addLogin(): void {
  const { logins } = draft.peek();
  const index = shownLogin();
  const copy = logins[index] ?? "{}";
  put(logins.toSpliced(index + 1, 0, copy), index + 1, "add login");
}

/** Puts another login in a login's place; typing before or after is not undone with it. */
export function replaceLogin(index: number, text: string): void {
  put(draft.peek().logins.with(index, text), index, "replace login");
}

/** Takes a login out; the last one stays. */
export function removeLogin(index: number): void {
  const { logins } = draft.peek();
  if (logins.length === 1) return;
  put(logins.toSpliced(index, 1), Math.max(0, index - 1), "remove login");
}

/** Moves a login one place to the front or to the back. */
export function moveLogin(index: number, by: -1 | 1): void {
  const { logins } = draft.peek();
  const login = logins[index];
  const to = index + by;
  if (login === undefined || to < 0 || to >= logins.length) return;
  put(logins.toSpliced(index, 1).toSpliced(to, 0, login), to, "move login");
}
