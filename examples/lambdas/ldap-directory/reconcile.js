/* Makes users of an Active Directory. It runs at every login and replaces their registrations. */
function reconcile(user, userAttributes) {
  user.id = FusionAuth.ActiveDirectory.b64GuidToString(userAttributes["objectGUID;binary"]);
  user.email = userAttributes.mail || userAttributes.userPrincipalName;
  user.firstName = userAttributes.givenName;
  user.lastName = userAttributes.sn;
  user.fullName = userAttributes.cn;
  user.active = true;

  const roles = groupsOf(userAttributes)
    .map((group) => ROLES[group])
    .filter((role) => role !== undefined);
  user.registrations = [{ applicationId: APPLICATION, roles: roles }];
}

const APPLICATION = "3c219e58-ed0e-4b18-ad48-f4f92793ae32";
const ROLES = { "Orders Administrators": "admin", Staff: "user" };

/* One group comes as a text and several as a list, each as CN=Staff,OU=Groups,DC=example. */
function groupsOf(userAttributes) {
  const names = [].concat(userAttributes.memberOf || []);
  return names.map((name) => name.split(",")[0].replace("CN=", ""));
}
