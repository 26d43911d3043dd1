// Changes to the row of logins: what happens next, in a click.

import { batch } from "@preact/signals";
import { edit } from "../../app/actions.js";
import { chosenLogin, draft, outcome } from "../../app/store.js";
import { valueAt, withValue } from "../../draft/edit.js";
import { pretty } from "../../draft/pretty.js";
import { type Variant, variantOf, withReadableToken } from "../compare/variants.js";

/** What may happen after a login. */
export interface Story {
  readonly id: string;
  readonly title: string;
  /** What is changed in the login; nothing, where absent. */
  readonly variant?: Variant;
}

/** The stories that are offered. */
export const STORIES: readonly Story[] = [
  { id: "again", title: "The same person signs in again" },
  {
    id: "changed-email",
    title: "… with a changed e-mail address",
    variant: "changed-email",
  },
  { id: "no-email", title: "… without the e-mail claim", variant: "no-email" },
  {
    id: "another-person",
    title: "Another person with the same e-mail address (another sub)",
    variant: "another-person",
  },
];

/** Whether the login that is looked at has what the story changes. */
export function canTell({ variant }: Story): boolean {
  if (!variant) return true;
  const identity = outcome.value?.identity;
  return identity !== undefined && variantOf(chosenText(), variant, identity) !== undefined;
}

/** Adds the story's login behind the others, and looks at it. */
export async function tell({ id, variant }: Story): Promise<void> {
  const [login, identity] = [chosenText(), outcome.value?.identity];
  const text =
    variant && identity ? variantOf(await withReadableToken(login), variant, identity) : login;
  if (text === undefined) return;
  const all = draft.value.logins;
  arrange([...all.keys(), undefined], text, `story ${id}`);
  chosenLogin.value = all.length;
}

/** Takes a login away; the only one stays. */
export function removeLogin(index: number): void {
  const order = [...draft.value.logins.keys()].filter((one) => one !== index);
  if (order.length === 0) return;
  batch(() => {
    const { value } = chosenLogin;
    chosenLogin.value = value > index || value === order.length ? Math.max(value - 1, 0) : value;
    arrange(order, "", `remove login ${index}`);
  });
}

/** Moves a login one place, towards the first (-1) or the last (1). */
export function moveLogin(index: number, by: -1 | 1): void {
  const order: number[] = [...draft.value.logins.keys()];
  const to = index + by;
  if (to < 0 || to >= order.length) return;
  order.splice(to, 0, ...order.splice(index, 1));
  batch(() => {
    arrange(order, "", `move login ${index}`);
    chosenLogin.value = to;
  });
}

function chosenText(): string {
  const { logins } = draft.value;
  return logins[chosenLogin.value] ?? logins[0];
}

/** Puts the logins into an order; `undefined` stands for a new one. What is expected goes with them. */
function arrange(order: readonly (number | undefined)[], fresh: string, what: string): void {
  const { logins, sections, several } = draft.value;
  const [first, ...rest] = order.map((index) =>
    index === undefined ? fresh : (logins[index] ?? fresh),
  );
  if (first === undefined) return;
  const expect = expectations(sections.expect, several || logins.length > 1, order);
  // Each is a step of its own to undo, however fast they follow each other.
  edit(
    { logins: [first, ...rest], several: true, sections: { ...sections, expect } },
    `${what} ${Date.now()}`,
  );
}

/** What is expected of each login, in the new order; nothing is expected of a new one. */
function expectations(
  text: string,
  wereSeveral: boolean,
  order: readonly (number | undefined)[],
): string {
  if (text.trim() === "") return text;
  const before = valueAt(text, wereSeveral ? ["logins"] : []);
  const each: unknown = wereSeveral ? before : [before];
  if (!Array.isArray(each) || before === undefined) return text;
  const after = order.map((index) => (index === undefined ? {} : (each[index] ?? {})));
  return wereSeveral
    ? withValue(text, ["logins"], after)
    : pretty(JSON.stringify({ logins: after }));
}
