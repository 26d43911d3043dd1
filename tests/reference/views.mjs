// What of an outcome the decision table settles, from the model and from the core in one form.

const USER_FIELDS = ["email", "username", "firstName", "lastName", "birthDate"];

/** Ids of new users follow from the directory, which is the core's own affair: only that they are new is compared. */
function idOf(id, known) {
  return known.has(id) ? id : "new";
}

function userView(user, known) {
  if (!user) return null;
  const view = { id: idOf(user.id, known), active: user.active ?? true };
  for (const field of USER_FIELDS) view[field] = user[field] ?? null;
  view.tenantId = user.tenantId ?? null;
  view.team = user.data?.team ?? null;
  view.memberships = (user.memberships ?? []).map((one) => one.groupId);
  view.applications = (user.registrations ?? []).map((one) => one.applicationId).sort();
  return view;
}

function registrationView(registration) {
  if (!registration) return null;
  const { applicationId, roles = [], username = null } = registration;
  return { applicationId, roles, username };
}

function linkView(link, known) {
  if (!link) return null;
  const { identityProviderId, identityProviderUserId, userId, displayName = null } = link;
  const { identityProviderType: type = null, identityProviderName: name = null } = link;
  const view = { identityProviderId, identityProviderUserId, displayName, type, name };
  return { ...view, userId: idOf(userId, known) };
}

function pendingView(pending) {
  if (!pending) return null;
  const { displayName = null, email = null, username = null, identityProviderUserId } = pending;
  return { displayName, email, username, identityProviderUserId };
}

function identityView(identity) {
  const view = {};
  for (const name of ["uniqueId", "email", "emailVerified", "username"]) {
    const { value, source } = identity[name];
    view[name] = { value, source };
  }
  return view;
}

/** What one login led to. `known` are the ids of the users who were there before. */
export function outcomeView(outcome, known) {
  return {
    status: outcome.status,
    decision: outcome.decision,
    error: outcome.error?.code ?? outcome.error ?? null,
    identity: identityView(outcome.identity),
    user: userView(outcome.user, known),
    registration: registrationView(outcome.registration),
    link: linkView(outcome.link, known),
    pendingLink: pendingView(outcome.pendingLink),
    runs: outcome.runs ?? outcome.lambdaRuns,
  };
}

/** What one login stores or shows, which is what makes an assumption decisive. */
export function decisiveView(outcome, known) {
  const { status, decision, error, user, registration, link, pendingLink } = outcomeView(
    outcome,
    known,
  );
  const { text } = outcome;
  return JSON.stringify({ status, decision, error, text, user, registration, link, pendingLink });
}

/** Users and links that several logins leave. */
export function stateView({ users, links }, known) {
  const sorted = (views) => views.map((view) => JSON.stringify(view)).sort();
  return {
    users: sorted(users.map((user) => userView(user, known))),
    links: sorted(links.map((link) => linkView(link, known))),
  };
}
