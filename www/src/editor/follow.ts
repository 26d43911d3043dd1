// Facts and claims are kept in step with the draft while anybody looks at them.

import { followClaims } from "./claims.js";
import { followFacts } from "./facts.js";

let users = 0;
let stops: readonly (() => void)[] = [];

/** Begins to follow the draft, until what is returned is called. */
export function follow(): () => void {
  users++;
  if (users === 1) stops = [followFacts(), followClaims()];
  return () => {
    users--;
    if (users > 0) return;
    for (const stop of stops) stop();
  };
}
