/* A starting point for Active Directory. The connector has to request each attribute read here. */
function reconcile(user, userAttributes, context) {
  user.id = FusionAuth.ActiveDirectory.b64GuidToString(userAttributes["objectGUID;binary"]);
  user.email = userAttributes.mail || userAttributes.userPrincipalName;
  user.active = true;
  user.firstName = userAttributes.givenName;
  user.lastName = userAttributes.sn;
  user.fullName = userAttributes.cn;
  /* Nothing else registers them: user.registrations = [{ applicationId: "<id>", roles: ["user"] }] */
}
