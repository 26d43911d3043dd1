// A login: section 9's algorithm, a step a function. It reads as the decision table of section 10 does.

import { assumed } from "./assumptions.mjs";
import { meet } from "./branches.mjs";
import { identityOf, strategyOf, tokensOf, typeOf } from "./claims.mjs";
import { accountGate, validationGate } from "./gates.mjs";
import { guardRegistration, guardUser } from "./guard.mjs";
import { reconcilerOf, run } from "./reconcile.mjs";
import { refusal } from "./refusal.mjs";
import { register, registrationOf } from "./registration.mjs";
import { match } from "./strategy.mjs";
import { has } from "./versions.mjs";
import { closedDoor, isHere, linkOf, linksOf, sameEmail, tenantOf } from "./world.mjs";

/** What `login` leads to, and the users and links that it leaves. */
export function logIn(scenario, state, login, lambda) {
  const identity = identityOf(scenario, login);
  const attempt = { scenario, state, login, lambda, identity, runs: 0 };
  const end = decide(attempt);
  meet(`decision: ${end.decision}`);
  meet(`status: ${end.status}`);
  if (end.error) meet(`error: ${end.error}`);
  return { ...end, identity, runs: attempt.runs, state: end.state ?? state };
}

function decide(attempt) {
  const { scenario, state, login, identity } = attempt;
  const door = closedDoor(scenario);
  if (door) return door;
  const uniqueId = identity.uniqueId.value;
  if (uniqueId === null) return refusal(401, "MissingUniqueId");

  const link = linkOf(scenario, state, uniqueId);
  if (link) {
    meet("row 1: a link exists");
    return asUser(attempt, "linked", userOf(state, link.userId), link);
  }
  const strategy = strategyOf(scenario.identityProvider);
  const completed = strategy === "CreatePendingLink" ? completedBy(attempt) : null;
  if (completed) return completed;
  if (login.noLink && has(scenario.fusionauth, "noLink")) return nobody("row 9: no link wanted");
  switch (strategy) {
    case "Disabled":
      return nobody("row 10: no links are made");
    case "CreatePendingLink":
      return pending(attempt);
    case "LinkAnonymously":
      meet("row 13: anonymously");
      if (isAutomaticallyOver(scenario, state, null)) return refusal(401, "LinkCountExceeded");
      return asUser(attempt, "create-anonymous", null, null);
    default:
      return byValue(attempt);
  }
}

function nobody(row) {
  meet(row);
  return { ...refusal(404, null), decision: "not-linked", error: null };
}

function userOf(state, id) {
  return state.users.find((user) => user.id === id);
}

/** A pending link that the person completed, before this login is repeated. */
function completedBy(attempt) {
  const { scenario, state, login } = attempt;
  const user = userOf(state, login.pendingLinkUserId);
  if (!user) return null;
  if (!isHere(scenario, user)) {
    meet("row 11: a user of another tenant completes nothing");
    return null;
  }
  if (isOverLimit(scenario, state, user)) return refusal(401, "LinkCountExceeded");
  meet("row 11: completed");
  return asUser(attempt, "link-existing", user, null);
}

/** Row 11. */
function pending(attempt) {
  const { scenario } = attempt;
  const shown = { email: attempt.identity.email.value, username: attempt.identity.username.value };
  if (reconcilerOf(scenario, attempt.lambda) && assumed(scenario, "lambda-on-pending") === "runs") {
    meet("row 11: pending, with a lambda");
    const nobodyYet = newUser(attempt, shownIdentity(attempt.identity));
    const ran = reconcile(attempt, nobodyYet, { linkOn: ["email", "username"], isNew: true });
    if (ran.failure) return failed(ran);
    for (const key of ["email", "username"]) {
      const after = ran.user[key] ?? null;
      if (after !== (nobodyYet[key] ?? null)) shown[key] = after;
    }
  } else meet("row 11: pending");
  const provider = scenario.identityProvider;
  const pendingLink = {
    displayName: shown.email ?? shown.username,
    email: shown.email,
    username: shown.username,
    identityProviderId: provider.id,
    identityProviderType: typeOf(provider),
    identityProviderUserId: attempt.identity.uniqueId.value,
  };
  return { ...refusal(232, null), decision: "pending", error: null, pendingLink };
}

function shownIdentity({ email, username }) {
  return {
    email: email.value && sameEmail(email.value),
    username: username.value?.trim(),
  };
}

function isOverLimit(scenario, state, user) {
  const tenant = scenario.identityProvider.tenantConfiguration?.[tenantOf(scenario)];
  const limit = tenant?.limitUserLinkCount;
  if (!limit?.enabled || !has(scenario.fusionauth, "link-limit")) return false;
  const count = user ? linksOf(scenario, state, user).length : 0;
  const isOver = count >= (limit.maximumLinks ?? 42);
  meet(`row 12: ${isOver ? "over" : "below"} the limit`);
  return isOver;
}

/** The limit is documented for pending links and the Link API. */
function isAutomaticallyOver(scenario, state, user) {
  const isEnforced = assumed(scenario, "link-limit-on-automatic-link") === "enforced";
  return isEnforced && isOverLimit(scenario, state, user);
}

/** Rows 16 to 38. */
function byValue(attempt) {
  const found = match(attempt, { failed, newUser, reconcile, shownIdentity });
  if (found.refusal) return found.refusal;
  const { user, isNew, written } = found;
  const { scenario, state } = attempt;
  if (isAutomaticallyOver(scenario, state, isNew ? null : user)) {
    return refusal(401, "LinkCountExceeded");
  }
  return finish(attempt, isNew ? "create" : "link-existing", { user, isNew, written, link: null });
}

/** A user as FusionAuth makes one, before it is stored. */
export function newUser(attempt, { email, username }) {
  const user = { tenantId: tenantOf(attempt.scenario), active: true, data: {}, memberships: [] };
  if (email) user.email = email;
  if (username) user.username = username;
  return user;
}

/** Reconciles somebody whose e-mail address and username are settled, and lets them in. */
function asUser(attempt, decision, user, link) {
  const { scenario } = attempt;
  const isNew = user === null;
  if (!isNew && assumed(scenario, "inactive-user") === "denied-first") {
    const gate = accountGate(scenario, user);
    if (gate) return gate;
  }
  const before = user ?? newUser(attempt, {});
  const ran = reconcile(attempt, before, { linkOn: [], isNew });
  if (ran.failure) return failed(ran);
  return finish(attempt, decision, { user: ran.user, isNew, written: ran.written, link });
}

/** A lambda that failed: row 4 and row 30. The text of its error is what an outcome shows of it. */
export function failed({ failure }) {
  return { ...refusal(512, "LambdaInvocationException"), text: failure };
}

/** One run, where there is something to run: `{user, written}`, or `{failure}`. */
function reconcile(attempt, before, { linkOn, isNew }) {
  const { scenario, lambda, login } = attempt;
  if (!reconcilerOf(scenario, lambda)) return { user: before, written: {} };
  attempt.runs += 1;
  const draft = run(scenario, lambda, before, tokensOf(scenario, login));
  if (draft.failure) return draft;
  const user = guardUser(scenario, before, draft.user, { linkOn, isNew, isLambda: !!lambda });
  if (!user) return { failure: "unreadable" };
  const registered = registrationOf(scenario, before);
  const written = guardRegistration(scenario, registered, draft.registration, !!lambda);
  return written ? { user, written } : { failure: "unreadable" };
}

/** Steps 10 to 12: user, link and registration are stored, and then somebody may still be turned away. */
function finish(attempt, decision, { user, isNew, written, link }) {
  const { scenario, state } = attempt;
  const { registration, refusal: refused } = register(scenario, user, written);
  if (refused) return refused;
  const stored = { ...user, id: user.id ?? `new ${state.users.length}` };
  const others = (user.registrations ?? []).filter((one) => one !== registrationOf(scenario, user));
  if (registration) stored.registrations = [...others, registration];
  const linked = linkTo(attempt, stored, link);
  const users = isNew
    ? [...state.users, stored]
    : state.users.map((one) => (one.id === stored.id ? stored : one));
  const links = [...state.links.filter((one) => one !== link), linked];
  const after = { user: stored, registration, link: linked, state: { users, links } };

  const gate = accountGate(scenario, stored);
  if (gate) return { ...gate, ...after };
  const denied = validationGate(scenario);
  if (denied && assumed(scenario, "login-validation-denial") === "rolled-back") return denied;
  if (denied) return { ...denied, ...after };
  return { status: registration ? 200 : 202, decision, error: null, ...after };
}

/** What the provider calls the person, as it came; what the user is called where it says nothing. */
function displayName({ email, username }, user) {
  return email.value ?? username.value ?? user.email ?? user.username;
}

function linkTo({ scenario, identity }, user, before) {
  const provider = scenario.identityProvider;
  const link = {
    ...before,
    identityProviderId: provider.id,
    identityProviderUserId: identity.uniqueId.value,
    userId: user.id,
    displayName: displayName(identity, user) ?? before?.displayName ?? null,
  };
  if (!before && has(scenario.fusionauth, "link-type"))
    link.identityProviderType = typeOf(provider);
  if (!before && has(scenario.fusionauth, "link-name")) link.identityProviderName = provider.name;
  return link;
}
