// Where two outcomes of one login differ, field by field.

import type { Outcome } from "reconcile-kit";
import { valueAt } from "../../../draft/edit.js";
import { pathOf } from "../variants.js";

/** A claim that a field came from. */
export interface Claim {
  /** Such as `/userinfo/given_name`. */
  readonly pointer: string;
  readonly value: unknown;
}

/** A field that differs. */
export interface FieldDifference {
  /** Such as `status` or `user.firstName`. */
  readonly field: string;
  /** `undefined` where there is nothing. */
  readonly before: unknown;
  readonly after: unknown;
  /** The claims that either side took it from. */
  readonly claims: readonly Claim[];
}

/** Everything in which `after` is not as `before`. */
export function differences(before: Outcome, after: Outcome, login: string): FieldDifference[] {
  const [one, other] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].flatMap((field) => {
    const [was, is] = [one.get(field), other.get(field)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const claims = claimsOf([before, after], field, login);
    return [{ field, before: was, after: is, claims }];
  });
}

/** What is compared: how the login ends, and what user and registration hold. */
function fieldsOf({ status, decision, error, user, registration }: Outcome): Map<string, unknown> {
  const fields = new Map<string, unknown>([
    ["status", status],
    ["decision", decision],
    ["error", error?.code],
  ]);
  // A user's registrations are compared as the registration.
  const { registrations: _, ...own } = user ?? {};
  flatten(own, "user", fields);
  flatten(registration ?? {}, "registration", fields);
  return fields;
}

/** Each value that is no object, by the names that lead to it; a list is one value. */
export function flatten(value: unknown, name: string, into: Map<string, unknown>): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    into.set(name, value);
    return;
  }
  for (const [key, inner] of Object.entries(value)) flatten(inner, `${name}.${key}`, into);
}

function claimsOf(outcomes: readonly Outcome[], field: string, login: string): Claim[] {
  const path = `/${field.replaceAll(".", "/")}`;
  const pointers = outcomes
    .flatMap(({ changes }) => changes)
    .filter(
      (change) => `${path}/`.startsWith(`${change.path}/`) || change.path.startsWith(`${path}/`),
    )
    .flatMap(({ from }) => from);
  return [...new Set(pointers)].map((pointer) => ({
    pointer,
    value: valueAt(login, pathOf(login, pointer)),
  }));
}
