/* Keeps the name that Apple sends, as FusionAuth documents its default Apple lambda. */
function reconcile(user, registration, idToken, context) {
  /* Apple sends the name once, at the first login, and FusionAuth puts it beside the claims. */
  const name = idToken.user?.name;
  if (name) {
    user.firstName = name.firstName || user.firstName;
    user.lastName = name.lastName || user.lastName;
  }
}
