/* Maps what Google's Token Info API answers, as FusionAuth documents its default lambda. */
function reconcile(user, registration, idToken, context) {
  user.firstName = idToken.given_name;
  user.lastName = idToken.family_name;
  user.fullName = idToken.name;
  user.imageUrl = idToken.picture;
}
