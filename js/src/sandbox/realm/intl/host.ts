// Asks the host about locales. Only JSON text goes out and comes in, and nothing that a lambda can replace has a
// part in it.

import type { Ask } from "../main.js";
import { own, parse, quoted, RangeErrorOf, TypeErrorOf } from "../primordials.js";

let askHost: Ask;

/** Takes the way to the host. */
export function askThrough(ask: Ask): void {
  askHost = ask;
}

/**
 * What the host answers: `key` says which object of `Intl` is meant, in JSON, `operation` what of it, and `given`
 * holds JSON texts, separated by commas. A refusal is thrown as an error of the realm.
 */
export function tell(key: string, operation: string, given = ""): unknown {
  const rest = given === "" ? "" : `,${given}`;
  const answer = parse(askHost(`[${quoted(key)},${quoted(operation)}${rest}]`)) as object;
  const message = own(answer, "refused");
  if (typeof message !== "string") return own(answer, "value");
  throw own(answer, "type") === "TypeError" ? new TypeErrorOf(message) : new RangeErrorOf(message);
}
