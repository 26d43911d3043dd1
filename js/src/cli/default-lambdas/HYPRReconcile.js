/* A starting point: HYPR hands over no profile, only the fact that somebody signed in. */
function reconcile(user, registration, context) {
  registration.data = registration.data || {};
  registration.data.signedInWith = "HYPR";
}
