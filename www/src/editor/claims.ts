// The claims of the login that is looked at, to offer and to show. How FusionAuth reads them is the core's matter.

import { batch, effect, signal } from "@preact/signals";
import { parse } from "jsonc-parser";
import { chosenLogin, draft } from "../app/store.js";
import { ask } from "../kit/client.js";
import { newestOf } from "./newest.js";

/** Values by name. */
export type Values = Readonly<Record<string, unknown>>;

/** What a login says. */
export interface LoginClaims {
  readonly userinfo: Values;
  readonly idToken: Values;
}

/** The claims as they stand in the login's text; those of an ID token that was pasted as text are decoded. */
export const loginClaims = signal<LoginClaims>({ userinfo: {}, idToken: {} });

/** The claims in their canonical form, as a policy for Cognito reads them. */
export const canonicalClaims = signal<Values>({});

/** Pause after a change before the login is read, in milliseconds. */
const PAUSE = 100;

/** Keeps the claims in step with the login. */
export function followClaims(): () => void {
  const later = newestOf(PAUSE, async (login: string, isNewest) => {
    const claims = await claimsOf(login);
    const canonical = {
      ...(await canonicalOf(claims.idToken)),
      ...(await canonicalOf(claims.userinfo)),
    };
    if (!isNewest()) return;
    batch(() => {
      loginClaims.value = claims;
      canonicalClaims.value = canonical;
    });
  });
  const stop = effect(() => {
    const { logins } = draft.value;
    later.start(logins[Math.min(chosenLogin.value, logins.length - 1)] ?? "{}");
  });
  return () => {
    stop();
    later.stop();
  };
}

async function claimsOf(login: string): Promise<LoginClaims> {
  const { userinfo, idToken } = objectOf(parse(login));
  if (typeof idToken !== "string") {
    return { userinfo: objectOf(userinfo), idToken: objectOf(idToken) };
  }
  const answer = await ask("decodeIdToken", { token: idToken }).catch(() => undefined);
  return { userinfo: objectOf(userinfo), idToken: answer?.claims ?? {} };
}

async function canonicalOf(claims: Values): Promise<Values> {
  if (Object.keys(claims).length === 0) return {};
  const payload = JSON.stringify(claims);
  const answer = await ask("readCognito", { payload }).catch(() => undefined);
  return answer?.claims ?? {};
}

function objectOf(value: unknown): Values {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Values)
    : {};
}

/** A value in one short line. */
export function sample(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The value inside `values` at the end of `keys`. */
export function valueIn(values: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, key)) return undefined;
    return (inner as Values)[key];
  }, values);
}
