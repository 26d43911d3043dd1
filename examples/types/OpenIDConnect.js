/* Takes each name from userinfo, or from the id token where userinfo has none. */
function reconcile(user, registration, jwt, id_token, tokens, context) {
  const claims = { ...id_token, ...jwt };
  user.firstName = claims.given_name;
  user.lastName = claims.family_name;
  registration.username = claims.preferred_username;
}
