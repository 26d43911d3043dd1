// Users, links and actions. The directory is one that FusionAuth could have: no identity is there twice in a tenant.

import {
  APPLICATIONS,
  EMAILS,
  GROUPS,
  NOW,
  PROVIDERS,
  TENANTS,
  UNIQUE_IDS,
  USERNAMES,
} from "./words.mjs";

export function madeUpPeople(random) {
  const users = madeUpUsers(random);
  const links = madeUpLinks(random, users);
  const actions = users.filter(() => random.chance(0.04)).map((user) => madeUpAction(random, user));
  return {
    ...(users.length > 0 ? { users } : {}),
    ...(links.length > 0 ? { links } : {}),
    ...(actions.length > 0 ? { actions } : {}),
  };
}

function madeUpUsers(random) {
  const users = [];
  const taken = new Set();
  for (let number = random.upTo(4); number > 0; number -= 1) {
    const tenantId = random.weighed([
      [5, TENANTS[0]],
      [4, TENANTS[1]],
    ]);
    const free = (values) =>
      values.filter((value) => !taken.has(`${tenantId} ${value.toLowerCase()}`));
    const identities = {
      ...(random.chance(0.75) ? { email: random.one(free(EMAILS)) } : {}),
      ...(random.chance(0.5) ? { username: random.one(free(USERNAMES)) } : {}),
    };
    for (const [key, value] of Object.entries(identities)) {
      if (value === undefined) delete identities[key];
      else taken.add(`${tenantId} ${value.toLowerCase()}`);
    }
    users.push({ id: `user-${number}`, tenantId, ...identities, ...madeUpProfile(random) });
  }
  return users;
}

function madeUpProfile(random) {
  const { chance, one } = random;
  return {
    ...(chance(0.8) ? { active: !chance(0.12) } : {}),
    ...(chance(0.1) ? { verified: chance(0.5) } : {}),
    ...(chance(0.1) ? { expiry: NOW + one([-1, 0, 1, 1000]) } : {}),
    ...(chance(0.4) ? { firstName: one(["Jane", "Old"]) } : {}),
    ...(chance(0.2) ? { data: { team: "red" } } : {}),
    ...(chance(0.15) ? { memberships: [{ groupId: GROUPS[0] }] } : {}),
    ...(chance(0.55) ? { registrations: madeUpRegistrations(random) } : {}),
  };
}

function madeUpRegistrations({ one, chance }) {
  const applications = chance(0.2) ? APPLICATIONS : [APPLICATIONS[chance(0.8) ? 0 : 1]];
  return applications.map((applicationId) => ({
    id: `registration-${applicationId}`,
    applicationId,
    ...(chance(0.1) ? {} : { roles: one([["user"], ["admin"], ["admin", "user"], [], ["other"]]) }),
    ...(chance(0.2) ? { username: "shown" } : {}),
  }));
}

function madeUpLinks(random, users) {
  const links = new Map();
  for (const user of users) {
    for (
      let number = random.weighed([
        [3, 0],
        [4, 1],
        [1, 2],
      ]);
      number > 0;
      number -= 1
    ) {
      const link = {
        identityProviderId: PROVIDERS[random.chance(0.8) ? 0 : 1],
        identityProviderUserId: random.one(UNIQUE_IDS),
        userId: user.id,
        ...(random.chance(0.8) ? { tenantId: user.tenantId } : {}),
        ...(random.chance(0.5) ? { displayName: "before" } : {}),
      };
      const key = `${link.identityProviderId} ${link.identityProviderUserId} ${user.tenantId}`;
      if (!links.has(key)) links.set(key, link);
    }
  }
  return [...links.values()];
}

function madeUpAction({ weighed }, user) {
  const expiry = weighed([
    [2, undefined],
    [1, NOW - 1],
    [1, NOW],
    [1, NOW + 1],
  ]);
  return { actioneeUserId: user.id, ...(expiry === undefined ? {} : { expiry }) };
}
