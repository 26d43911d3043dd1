// The claims of the login that is looked at: what an outcome's sources point to.

import { computed, effect, signal } from "@preact/signals";
import { chosenLogin, result } from "../../../app/store.js";
import { valueAt } from "../../../draft/edit.js";
import { stepsOf } from "../../../draft/pointer.js";
import { ask } from "../../../kit/client.js";

/** The text of the login that led to the outcome shown. */
const login = computed(() => {
  const logins = result.value?.draft.logins;
  return logins?.[Math.min(chosenLogin.value, logins.length - 1)] ?? "{}";
});

/** Its ID token where it is written as `eyJ…`. */
const token = computed(() => {
  const idToken = valueAt(login.value, ["idToken"]);
  return typeof idToken === "string" ? idToken : undefined;
});

/** The claims of that token, once the core has decoded it. */
const decoded = signal<{ readonly token: string; readonly claims: unknown } | undefined>(undefined);

effect(() => {
  const asked = token.value;
  if (asked === undefined) return;
  ask("decodeIdToken", { token: asked }).then(
    ({ claims }) => {
      if (token.peek() === asked) decoded.value = { token: asked, claims };
    },
    // A token that cannot be read has no claims to show; the core says so among its findings.
    () => {},
  );
});

const whole = computed(() => {
  const claims = valueAt(login.value, []);
  if (token.value === undefined) return claims;
  const idToken = decoded.value?.token === token.value ? decoded.value.claims : undefined;
  return { ...(claims as object), idToken };
});

/** What a claim such as `/userinfo/given_name` holds; `undefined` where it is not known. */
export function claimAt(pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    whole.value,
  );
}
