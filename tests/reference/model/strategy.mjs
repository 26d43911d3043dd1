// Whom the value finds that is linked on: step 8 of the algorithm, rows 16 to 38.

import { assumed } from "./assumptions.mjs";
import { meet } from "./branches.mjs";
import { strategyOf } from "./claims.mjs";
import { accountGate } from "./gates.mjs";
import { reconcilerOf } from "./reconcile.mjs";
import { refusal } from "./refusal.mjs";
import { has, mayReplaceLinkingValue } from "./versions.mjs";
import { find, linksOf } from "./world.mjs";

const CODES = {
  email: { missing: "MissingEmail", unknown: "UserDoesNotExistByEmail" },
  username: { missing: "MissingUsername", unknown: "UserDoesNotExistByUsername" },
};

/** `{user, isNew, written}`, or `{refusal}`. */
export function match(attempt, { failed, newUser, reconcile, shownIdentity }) {
  const { scenario, state, identity } = attempt;
  const strategy = strategyOf(scenario.identityProvider);
  const key = strategy.startsWith("LinkByEmail") ? "email" : "username";
  const refuse = (status, code) => ({ refusal: refusal(status, code) });
  const hasReconciler = reconcilerOf(scenario, attempt.lambda) !== null;
  const isUnverified = key === "email" && unverified(scenario, identity);
  const claimed = shownIdentity(identity)[key];

  let user = claimed ? find(scenario, state, key, claimed) : undefined;
  if (!user && key === "email" && claimed && find(scenario, state, "username", claimed)) {
    meet("row 29: e-mail address is a username");
  }
  if (
    isUnverified &&
    assumed(scenario, "email-verified-check") === "before-lambda" &&
    claimed &&
    hasReconciler
  ) {
    return refuse(401, "UnverifiedEmail");
  }
  const early = user && deniedFirst(scenario, user);
  if (early) return { refusal: early };

  const may = mayReplaceLinkingValue(scenario.fusionauth);
  const linkOn = may ? [key] : [];
  let before = user ?? newUser(attempt, { [key]: claimed });
  let ran = reconcile(attempt, before, { linkOn, isNew: !user });
  if (ran.failure) return { refusal: failed(ran) };
  const value = ran.user[key] ?? null;
  if (value !== (before[key] ?? null) && value !== null) {
    const other = find(scenario, state, key, value);
    if (other && other !== user) {
      meet("row 18: moves to another user");
      const gate = deniedFirst(scenario, other);
      if (gate) return { refusal: gate };
      user = other;
      before = other;
      // Whoever was found by the new value is settled: the second run does not change it once more.
      ran = reconcile(attempt, before, { linkOn: [], isNew: false });
      if (ran.failure) return { refusal: failed(ran) };
    } else if (other) {
      meet("row 18: the same user, in other letters");
    } else if (user && assumed(scenario, "linking-claim-of-matched-user") === "keeps") {
      meet("row 18: nobody has the new value, and it is not kept");
      ran.user = { ...ran.user, [key]: before[key] };
    } else meet(`row 18: nobody has the new value of ${user ? "the user" : "a new user"}`);
  }

  if ((ran.user[key] ?? null) === null) return refuse(401, CODES[key].missing);
  if (isUnverified) return refuse(401, "UnverifiedEmail");
  if (user && linksOf(scenario, state, user).length > 0) {
    if (has(scenario.fusionauth, "one-link-a-user"))
      return refuse(401, "ExistingUserAlreadyLinked");
    meet("row 27: linked once more");
  }
  if (!user && strategy.endsWith("ForExistingUser")) return refuse(401, CODES[key].unknown);
  meet(`${strategy}: ${user ? "found" : "creates"}`);
  return { user: ran.user, isNew: !user, written: ran.written };
}

function deniedFirst(scenario, user) {
  if (assumed(scenario, "inactive-user") !== "denied-first") return null;
  return accountGate(scenario, user);
}

/** Rows 20, 21 and 37. */
function unverified(scenario, { emailVerified }) {
  if (emailVerified.value !== false) return false;
  return !emailVerified.isText || assumed(scenario, "string-false-email-verified") === "is-false";
}
