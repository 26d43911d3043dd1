/* Takes names and roles from a token that the company's own login service signed. */
function reconcile(user, registration, jwt, context) {
  user.fullName = jwt.name;
  registration.roles = jwt.roles || [];
}
