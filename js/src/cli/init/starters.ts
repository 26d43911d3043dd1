// Finds what to write for the type that somebody typed.

import { nearest } from "../../nearest.js";
import { UsageError } from "../exit.js";
import { COMPANY } from "./company.js";
import { GAMING } from "./gaming.js";
import { OPENID } from "./openid.js";
import { SOCIAL } from "./social.js";
import type { Starter } from "./starter.js";

const STARTERS: readonly Starter[] = [...OPENID, ...SOCIAL, ...COMPANY, ...GAMING];

/** The identity providers' types that `--type` takes. */
export const TYPES: readonly string[] = STARTERS.flatMap(({ names }) => names.slice(0, 1));

/**
 * What to write for `type`, an identity provider's type or a lambda's, in any case.
 *
 * @throws {UsageError} for a type that does not exist.
 */
export function starterFor(type: string): Starter {
  const same = (name: string) => name.toLowerCase() === type.toLowerCase();
  const starter = STARTERS.find(({ names }) => names.some(same));
  if (starter) return starter;
  const near = nearestOf(
    type,
    STARTERS.flatMap(({ names }) => names),
  );
  const help = near ? `did you mean \`${near}\`?` : `the types are ${TYPES.join(", ")}`;
  throw new UsageError(`\`${type}\` is not a type of identity provider`, help);
}

function nearestOf(typed: string, names: readonly string[]): string | undefined {
  const lower = names.map((name) => name.toLowerCase());
  const near = nearest(typed.toLowerCase(), lower);
  return near === undefined ? undefined : names[lower.indexOf(near)];
}
