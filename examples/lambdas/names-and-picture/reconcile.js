/* Keeps names and picture as the provider has them. What it leaves out stays as it is. */
function reconcile(user, registration, jwt) {
  if (jwt.given_name) {
    user.firstName = jwt.given_name;
  }
  if (jwt.family_name) {
    user.lastName = jwt.family_name;
  }
  if (jwt.name) {
    user.fullName = jwt.name;
  }
  if (jwt.picture) {
    user.imageUrl = jwt.picture;
  }
}
