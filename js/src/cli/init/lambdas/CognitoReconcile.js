/* Makes of a Cognito user what FusionAuth keeps: names, and roles from groups. */
function reconcile(user, registration, jwt, id_token) {
  if (jwt.given_name) {
    user.firstName = jwt.given_name;
  }
  if (jwt.family_name) {
    user.lastName = jwt.family_name;
  }

  /* Groups come in the id token alone, which is undefined when FusionAuth cannot verify it. */
  if (id_token) {
    /* Who comes through Google is also in a group of Cognito's own, such as <pool>_Google. */
    const pool = id_token.iss.split("/").pop();
    const groups = id_token["cognito:groups"] || [];
    registration.roles = groups.filter((group) => !group.startsWith(`${pool}_`));
  }
}
