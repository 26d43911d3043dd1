/* Makes a user of an OpenLDAP entry, whose entryUUID is the user's id. */
function reconcile(user, userAttributes, context) {
  user.id = userAttributes.entryUUID;
  user.active = true;
  user.email = userAttributes.mail;
  user.fullName = userAttributes.cn;
  user.registrations = [
    { applicationId: "7d4b2c1a-9e8f-4d6c-b5a3-2f1e0d9c8b7a", roles: ["reader"] },
  ];
}
