// JSON Pointers as people read them.

import { stepsOf } from "../../../draft/pointer.js";

/** `/idToken/cognito:groups/1` as `idToken.cognito:groups[1]`. */
export function dotted(pointer: string): string {
  const [first = "", ...rest] = stepsOf(pointer);
  return rest.reduce(
    (shown, key) => (/^\d+$/.test(key) ? `${shown}[${key}]` : `${shown}.${key}`),
    first,
  );
}

/** Whether one of the two is the other, or lies inside of it. */
export function overlap(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}
