// The claims that show a difference, as a login of the scenario.

import type { Difference } from "reconcile-kit";
import { editLogin } from "../../../app/actions.js";
import { chosenLogin, draft, outcome } from "../../../app/store.js";
import type { Draft } from "../../../draft/draft.js";
import { valueAt, withValue } from "../../../draft/edit.js";
import { pathOf } from "../variants.js";
import { differences } from "./fields.js";
import type { Mapping } from "./sides.js";
import { outcomeWith } from "./tried.js";

/** What became of the claims. */
export interface Attempt {
  readonly index: number;
  /** What was kept of the login that was there, so that the person can be linked. */
  readonly kept: readonly string[];
  /** Whether this scenario shows the difference with them. */
  readonly shows: boolean;
}

/** What is kept of the login, in the order in which it is tried: as little as shows the difference. */
const IDENTITIES = [[], ["uniqueId"], ["uniqueId", "email", "emailVerified", "username"]] as const;

/**
 * Puts the claims into the login that is looked at. The core's claims are all that the policies ask for; linking
 * may ask for more, so what identifies the person is kept where the difference shows only with it.
 */
export async function tryClaims(difference: Difference, before: Mapping): Promise<Attempt> {
  const of = draft.value;
  const index = Math.min(chosenLogin.value, of.logins.length - 1);
  const logins = IDENTITIES.map((names) => withClaims(of.logins[index] ?? "{}", difference, names));
  let found = logins.findLast((login) => login.kept.length > 0) ?? logins[0];
  let shows = false;
  for (const login of logins) {
    if (!(await isShown(of, before, login.text, difference.what))) continue;
    found = login;
    shows = true;
    break;
  }
  if (found) editLogin(index, found.text);
  return { index, kept: found?.kept ?? [], shows };
}

type Identity = (typeof IDENTITIES)[number][number];

function withClaims(login: string, { claims }: Difference, names: readonly Identity[]) {
  const { jwt: userinfo, id_token: idToken } = claims;
  const start = { userinfo, ...(idToken ? { idToken } : {}) };
  let text = JSON.stringify(start, null, 2);
  const kept: string[] = [];
  for (const name of names) {
    const source = outcome.value?.identity[name].source;
    if (source == null) continue;
    const path = pathOf(login, source);
    const value = valueAt(login, path);
    if (value === undefined || valueAt(text, path) !== undefined) continue;
    text = withValue(text, path, value);
    kept.push(String(path.at(-1)));
  }
  return { text, kept };
}

async function isShown(of: Draft, before: Mapping, login: string, what: string): Promise<boolean> {
  const [one, two] = [await outcomeWith(of, before, login), await outcomeWith(of, of, login)];
  const fields = differences(one, two, login).map(({ field }) => field);
  if (what === "gates") return fields.includes("status");
  return fields.some((field) => field === what || field.startsWith(`${what}.`));
}
