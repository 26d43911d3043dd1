/* Reads Cognito's booleans, which are texts in userinfo and booleans in the id token. */
function reconcile(user, registration, jwt) {
  user.data = user.data || {};
  user.data.emailVerified = isTrue(jwt.email_verified);
  user.data.newsletter = isTrue(jwt["custom:newsletter"]);
}

/* Some writers of attributes say True. The text "false" alone would count as true. */
function isTrue(value) {
  return String(value).toLowerCase() === "true";
}
