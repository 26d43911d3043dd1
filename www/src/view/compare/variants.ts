// What a login would be with one thing changed: edits to its JSON text, where the core read the value.

import type { IdentityView } from "reconcile-kit";
import { type Path, valueAt, withValue } from "../../draft/edit.js";
import { stepsOf } from "../../draft/pointer.js";
import { ask } from "../../kit/client.js";

/** The ways to vary a login. */
export type Variant =
  | "no-email"
  | "unverified-email"
  | "changed-email"
  | "no-username"
  | "another-person"
  | "no-id-token";

/** What a token and userinfo are called in a login; a claim of one is often in the other too. */
const PAYLOADS = ["userinfo", "idToken"] as const;

/** The login with one thing changed; `undefined` where it has nothing of the kind, or is half typed. */
export function variantOf(
  login: string,
  variant: Variant,
  identity: IdentityView,
): string | undefined {
  try {
    return edited(login, variant, identity);
  } catch {
    // There is no place for a claim in what is no object.
    return undefined;
  }
}

function edited(login: string, variant: Variant, identity: IdentityView): string | undefined {
  const { email, emailVerified, username, uniqueId } = identity;
  switch (variant) {
    case "no-email":
      return email.source === null ? undefined : without(login, email.source);
    case "no-username":
      return username.source === null ? undefined : without(login, username.source);
    case "unverified-email":
      return email.source === null
        ? undefined
        : unverified(login, emailVerified.source ?? "/userinfo/email_verified");
    case "changed-email":
      return email.value === null ? undefined : replaced(login, email, `new-${email.value}`);
    case "another-person":
      return uniqueId.value === null ? undefined : replaced(login, uniqueId, freshId(login));
    case "no-id-token":
      return valueAt(login, ["idToken"]) === undefined
        ? undefined
        : withValue(login, ["idToken"], undefined);
  }
}

/** The login with its id token as claims, so that they can be edited; a text that is no token stays. */
export async function withReadableToken(login: string): Promise<string> {
  const token = valueAt(login, ["idToken"]);
  if (typeof token !== "string") return login;
  try {
    const { claims } = await ask("decodeIdToken", { token });
    return withValue(login, ["idToken"], claims);
  } catch {
    return login;
  }
}

/** Where a pointer leads in a text: which of its parts are indices depends on what is there. */
export function pathOf(json: string, pointer: string): Path {
  const path: (string | number)[] = [];
  for (const key of stepsOf(pointer)) {
    path.push(Array.isArray(valueAt(json, path)) ? Number(key) : key);
  }
  return path;
}

/** The same place in both payloads, where there is something. */
function places(login: string, pointer: string): Path[] {
  const [first, ...rest] = pathOf(login, pointer);
  const roots = PAYLOADS.some((root) => root === first) ? PAYLOADS : [first ?? ""];
  return roots.map((root) => [root, ...rest]).filter((path) => valueAt(login, path) !== undefined);
}

function without(login: string, pointer: string): string {
  return places(login, pointer).reduce((text, path) => withValue(text, path, undefined), login);
}

/** Cognito writes a text in userinfo, and a boolean in the token. */
function unverified(login: string, pointer: string): string {
  const found = places(login, pointer);
  const all = found.length > 0 ? found : [pathOf(login, pointer)];
  return all.reduce(
    (text, path) => withValue(text, path, path[0] === "userinfo" ? "false" : false),
    login,
  );
}

/**
 * Another value at the place, and in each claim that says the same: Cognito repeats `sub` as the username of
 * somebody who chose none.
 */
function replaced(
  login: string,
  { source, value }: { source: string | null; value: string | null },
  by: string,
): string {
  const paths = source === null ? [] : places(login, source);
  for (const root of PAYLOADS) {
    const claims = valueAt(login, [root]);
    if (typeof claims !== "object" || claims === null) continue;
    for (const [name, claim] of Object.entries(claims)) {
      if (claim === value) paths.push([root, name]);
    }
  }
  return paths.reduce((text, path) => withValue(text, path, by), login);
}

/** An id that looks like one of Cognito's and is not in the login. */
function freshId(login: string): string {
  const of = (digit: number) => {
    const some = (count: number) => String(digit).repeat(count);
    return `${some(8)}-${some(4)}-4${some(3)}-8${some(3)}-${some(12)}`;
  };
  for (let digit = 1; digit < 9; digit++) if (!login.includes(of(digit))) return of(digit);
  return of(9);
}
