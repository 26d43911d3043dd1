// Makes the answer of a lambda that came to its end: one object, printed at once.

import { meansFullStack, TOO_DEEP } from "../full-stack.js";
import { tellLog } from "./console.js";
import { failedWith, messageOf } from "./failure.js";
import { tellNotes } from "./observations.js";
import { type Observed, unwrap } from "./observed.js";
import { bare, stringify } from "./primordials.js";
import {
  culprit,
  fieldsOf,
  gone,
  isAllRead,
  missing,
  Unstorable,
  unstorable,
} from "./read-back.js";
import { translated } from "./wording.js";

/** The most characters that an answer may have. */
const LARGEST = 5_000_000;

/**
 * What was left of the arguments that are read back, what was logged and what was noted. Nothing in it has a
 * prototype, so that `JSON.stringify` finds only what was put there.
 */
export function answerOf(user: Observed, registration: Observed | undefined): string {
  unwrap();
  const isAll = isAllRead();
  const users = fieldsOf(user, isAll);
  if (users instanceof Unstorable) return failedWith("threw", users.message);
  const registrations = registration && fieldsOf(registration, isAll);
  if (registrations instanceof Unstorable) return failedWith("threw", registrations.message);
  const answer = bare<unknown>();
  if (isAll) answer.isWhole = true;
  answer.user = users;
  if (registrations !== undefined) answer.registration = registrations;
  answer.undefined = missing;
  answer.gone = gone;
  tellLog(answer);
  tellNotes(answer);
  try {
    const text = stringify(answer);
    return text.length > LARGEST ? refused(unstorable("/user", "it is larger than 5 MB")) : text;
  } catch (error) {
    // In a browser the engine's host gives up before the engine does, which is told in the same words.
    if (isTooDeep(messageOf(error))) return failedWith("threw", TOO_DEEP);
    const found =
      culprit("/user", users) ?? (registrations && culprit("/registration", registrations));
    return refused(found ?? unstorable("/user", messageOf(translated(error))));
  }
}

/** Whether the stack was full, by QuickJS's words or by GraalJS's. */
function isTooDeep(message: string): boolean {
  return (
    meansFullStack(message) || message === "RangeError: cannot stringify objects nested that deep"
  );
}

function refused({ message }: Unstorable): string {
  return failedWith("threw", message);
}
