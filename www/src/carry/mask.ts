// A draft without what lets somebody in: tokens, client secrets and the values of secrets. Names and addresses stay.

import { type Draft, SECTIONS, type Section } from "../draft/draft.js";
import { pretty } from "../draft/pretty.js";
import { tokenOf } from "./redact/jwt.js";
import { roleOf, type Steps } from "./redact/kinds.js";
import { treeOf, walk } from "./redact/walk.js";

const MASK = "masked";
/** Shorter secrets are found in other texts by accident. */
const SHORTEST = 4;
const NO_CLAIMS = new Map<string, never>();

/** The draft without tokens and secrets. ID tokens become their claims, which lead to the same outcome. */
export function masked(draft: Draft): Draft {
  const secrets = new Set<string>();
  const section = (name: Section | "login", text: string) =>
    withoutSecrets(text, (steps) => roleOf(name, steps, NO_CLAIMS), secrets);
  const sections = { ...draft.sections };
  for (const name of SECTIONS) sections[name] = section(name, draft.sections[name]);
  const [first, ...rest] = draft.logins.map((text) => section("login", withClaims(text)));
  const clean = (text: string) => without(text, secrets);
  for (const name of SECTIONS) sections[name] = clean(sections[name]);
  return {
    ...draft,
    sections,
    logins: [clean(first ?? "{}"), ...rest.map(clean)],
    lambda: { ...draft.lambda, body: clean(draft.lambda.body) },
    policy: { ...draft.policy, text: clean(draft.policy.text) },
  };
}

/** Whether masking changes anything. */
export function hasSecrets(draft: Draft): boolean {
  return JSON.stringify(masked(draft)) !== JSON.stringify(draft);
}

function withoutSecrets(
  text: string,
  role: (steps: Steps) => string,
  secrets: Set<string>,
): string {
  return walk(text, {
    text(value, steps) {
      const kind = role(steps);
      if ((kind !== "secret" && kind !== "token") || value.trim() === "") return undefined;
      if (value.length >= SHORTEST && value !== MASK) secrets.add(value);
      return MASK;
    },
    number: () => undefined,
    key: () => undefined,
  });
}

/** A login whose ID token is a text, with the claims in its place. */
function withClaims(login: string): string {
  for (const { children } of treeOf(login)?.children ?? []) {
    const [key, value] = children ?? [];
    if (key?.value !== "idToken" || value?.type !== "string") continue;
    const claims = tokenOf(value.value)?.claims;
    if (claims === undefined) continue;
    const text =
      login.slice(0, value.offset) + claims.trim() + login.slice(value.offset + value.length);
    return pretty(text);
  }
  return login;
}

/** A text without the secrets that are known from elsewhere. */
function without(text: string, secrets: ReadonlySet<string>): string {
  let result = text;
  for (const secret of secrets) {
    const written = JSON.stringify(secret).slice(1, -1);
    result = result.replaceAll(secret, MASK).replaceAll(written, MASK);
  }
  return result;
}
