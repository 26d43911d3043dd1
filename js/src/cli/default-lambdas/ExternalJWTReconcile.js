/* A starting point: copies the names of a JWT that another system signed, where it has them. */
function reconcile(user, registration, jwt, context) {
  if (jwt.given_name) {
    user.firstName = jwt.given_name;
  }
  if (jwt.family_name) {
    user.lastName = jwt.family_name;
  }
  if (jwt.name) {
    user.fullName = jwt.name;
  }
}
