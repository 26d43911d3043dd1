/* Gives everybody the roles that their Cognito groups are named after. */
function reconcile(user, registration, jwt, id_token) {
  /* Groups come in the id token alone, which is undefined when FusionAuth cannot verify it. */
  if (!id_token) {
    console.error("no verified id token: the roles stay as they are");
    return;
  }
  /* Who is in no group has no such claim, and so loses the roles of a group that they left. */
  const groups = id_token["cognito:groups"] || [];
  /* Who comes through Google is also in a group of Cognito's own, such as <pool>_Google. */
  const pool = id_token.iss.split("/").pop();
  registration.roles = groups.filter((group) => !group.startsWith(`${pool}_`));
}
