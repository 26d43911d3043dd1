// Why the core refused, in a sentence.

import { KitRefusal } from "../../../kit/client.js";

/** What to say of an error. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof KitRefusal)) throw error;
  const { message, help, diagnostics } = error.refusal;
  const [first] = diagnostics;
  return first ? `${first.message}: ${first.help}` : [message, help].filter(Boolean).join(": ");
}
