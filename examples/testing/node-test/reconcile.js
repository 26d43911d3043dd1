/* Names are kept once they are there; roles follow Cognito's groups at every login. */
function reconcile(user, registration, jwt, id_token) {
  user.firstName = user.firstName || jwt.given_name;
  user.lastName = user.lastName || jwt.family_name;
  if (jwt.picture) {
    user.imageUrl = jwt.picture;
  }

  var groups = (id_token && id_token["cognito:groups"]) || [];
  registration.roles = groups.indexOf("admins") >= 0 ? ["admin", "user"] : ["user"];
}
