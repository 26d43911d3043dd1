// Finds out which claims FusionAuth read, from the values that it says it resolved.

import type { Members } from "./json-block.js";

/** A value that FusionAuth reads itself. */
export interface Role {
  /** The kind of line that tells it. */
  readonly kind: "email" | "username" | "unique-id";
  /** What people call it. */
  readonly name: string;
  /** The setting of the identity provider that names the claim, and the claim where it names none. */
  readonly setting: "emailClaim" | "usernameClaim" | "uniqueIdClaim";
  readonly usual: string;
}

/** The three of them. */
export const ROLES: readonly Role[] = [
  { kind: "email", name: "e-mail address", setting: "emailClaim", usual: "email" },
  { kind: "username", name: "username", setting: "usernameClaim", usual: "preferred_username" },
  { kind: "unique-id", name: "unique id", setting: "uniqueIdClaim", usual: "sub" },
];

/** A value that was resolved, and the claims that it was resolved from as far as the log shows them. */
export interface Sample {
  readonly value: string;
  readonly line: number;
  readonly userinfo: Members | undefined;
  readonly idToken: Members | undefined;
}

/** The claim that fits every sample: the usual one, else the first that does. */
export interface Fit {
  readonly claim: string | undefined;
  /** Others that fit as well. */
  readonly others: readonly string[];
}

/** Which claim all the values may have been read from. */
export function claimFor({ usual, kind }: Role, samples: readonly Sample[]): Fit {
  if (samples.length === 0) return { claim: usual, others: [] };
  const sent = samples.flatMap(({ userinfo, idToken }) => [userinfo, idToken]);
  const names = [usual, ...sent.flatMap((members) => Object.keys(members ?? {}))];
  // Whether FusionAuth prints an address in its own case or in lower case is not known.
  const readings = kind === "email" ? [asItIs, inLowerCase] : [asItIs];
  for (const read of readings) {
    const fits = (name: string) =>
      samples.every((sample) => {
        const text = textOf(claimOf(sample, name));
        return text !== undefined && read(text) === read(sample.value);
      });
    const [claim, ...others] = new Set(names.filter(fits));
    if (claim !== undefined) return { claim, others };
  }
  return { claim: undefined, others: [] };
}

function asItIs(text: string): string {
  return text;
}

function inLowerCase(text: string): string {
  return text.toLowerCase();
}

/** Whether somebody sent the claim with something in it. */
export function isSent(claim: string, members: Members): boolean {
  return (textOf(own(members, claim)) ?? "").trim() !== "";
}

/** Whether nobody sent the claim, so that its value may stand there. */
export function isFree(claim: string, samples: readonly Sample[]): boolean {
  return samples.every((sample) => textOf(claimOf(sample, claim)) === undefined);
}

/** Userinfo first, as FusionAuth reads it. */
function claimOf({ userinfo, idToken }: Sample, claim: string): unknown {
  const inUserinfo = own(userinfo, claim);
  return inUserinfo ?? own(idToken, claim);
}

function own(members: Members | undefined, name: string): unknown {
  return members && Object.hasOwn(members, name) ? members[name] : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return ["number", "bigint", "boolean"].includes(typeof value) ? String(value) : undefined;
}
