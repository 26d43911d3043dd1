// A name that is none of those that there are. It is known in browsers too.

import { failure, ReconcileKitError } from "../errors.js";
import { nearest } from "../nearest.js";

/** A name that was given, and is none of those that there are. */
export function unknown(kind: string, given: string, names: readonly string[]): ReconcileKitError {
  const near = nearest(given, names);
  const all = names.map((name) => `\`${name}\``).join(", ");
  const help = near ? `did you mean \`${near}\`?` : `there are ${all}`;
  const message = `\`${given}\` is not ${kind}`;
  return new ReconcileKitError(failure("engine-unknown", "/engine", message, help));
}
