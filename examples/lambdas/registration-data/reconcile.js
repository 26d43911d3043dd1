/* Keeps in the registration what concerns this application alone. */
function reconcile(user, registration, jwt) {
  registration.data = registration.data || {};
  registration.data.signIns = (registration.data.signIns || 0) + 1;
  if (jwt["custom:plan"]) {
    registration.data.plan = jwt["custom:plan"];
  }
  if (jwt.zoneinfo) {
    registration.timezone = jwt.zoneinfo;
  }
}
