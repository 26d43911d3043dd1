/* Takes names and a larger picture: the address says how large it is. */
function reconcile(user, registration, idToken, context) {
  user.firstName = idToken.given_name;
  user.lastName = idToken.family_name;
  if (idToken.picture) {
    user.imageUrl = idToken.picture.replace("=s96-c", "=s400-c");
  }
}
