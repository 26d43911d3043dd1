// Who the person is, before the changes in detail.

import type { Outcome } from "../../types.js";
import type { Style } from "./style.js";
import { visible, wrap } from "./text.js";

/** One line each for person, user, link and registration. */
export function whoLines(outcome: Outcome, style: Style): string[] {
  const rows: [label: string, text: string | undefined][] = [
    ["person", personOf(outcome)],
    ["user", userOf(outcome)],
    ["link", linkOf(outcome)],
    ["pending", pendingOf(outcome)],
    ["registration", registrationOf(outcome)],
    ["error", errorOf(outcome)],
  ];
  return rows.flatMap(([label, text]) =>
    text === undefined
      ? []
      : [wrap(text, `  ${label.padEnd(14)}`).replace(label, style.faint(label))],
  );
}

/** What the identity provider says of them. */
function personOf({ identity }: Outcome): string | undefined {
  const { uniqueId, email, emailVerified, username } = identity;
  const parts = [
    uniqueId.value && `unique id ${uniqueId.value}`,
    email.value && `${email.value}${emailVerified.value === false ? " (not verified)" : ""}`,
    username.value && `username ${username.value}`,
  ].filter((part) => part);
  return parts.length > 0 ? parts.join(", ") : "the identity provider names nobody";
}

function userOf({ user }: Outcome): string | undefined {
  if (!user) return undefined;
  const name = user.email ?? user.username ?? "without email and username";
  return user.id ? `${name}, id ${user.id}` : String(name);
}

function linkOf({ link }: Outcome): string | undefined {
  if (!link) return undefined;
  const provider = link.identityProviderName ?? link.identityProviderId;
  return `${provider}, unique id ${link.identityProviderUserId}`;
}

function pendingOf({ pendingLink }: Outcome): string | undefined {
  if (!pendingLink) return undefined;
  const { displayName, identityProviderName, identityProviderUserId } = pendingLink;
  return `${displayName ?? identityProviderUserId} at ${identityProviderName} chooses an account`;
}

function registrationOf({ registration, user }: Outcome): string | undefined {
  if (!registration) return user ? "none" : undefined;
  const roles = Array.isArray(registration.roles) ? registration.roles : [];
  const named = roles.length > 0 ? `roles ${roles.join(", ")}` : "no roles";
  return `application ${visible(String(registration.applicationId))}, ${named}`;
}

function errorOf({ error }: Outcome): string | undefined {
  return error ? `${error.code}: ${error.message}` : undefined;
}
