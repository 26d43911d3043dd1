/* HYPR hands over no profile: the third parameter is the context. */
function reconcile(user, registration, context) {
  registration.data = registration.data || {};
  registration.data.passwordless = true;
}
