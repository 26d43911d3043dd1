/* Keeps the name, which Apple sends once, and whether Apple hides the address. */
function reconcile(user, registration, idToken, context) {
  if (idToken.user?.name) {
    user.firstName = idToken.user.name.firstName;
    user.lastName = idToken.user.name.lastName;
  }
  user.data = user.data || {};
  user.data.hidesEmail = String(idToken.is_private_email) === "true";
}
