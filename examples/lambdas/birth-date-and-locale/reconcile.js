/* Takes over birth date, locale and time zone where FusionAuth can hold them. */
function reconcile(user, registration, jwt) {
  if (/^\d{4}-\d{2}-\d{2}$/.test(jwt.birthdate || "")) {
    user.birthDate = jwt.birthdate;
  } else if (jwt.birthdate) {
    console.info("the birth date is not written as YYYY-MM-DD and is left out");
  }
  if (/^[a-z]{2}([-_][A-Z]{2})?$/.test(jwt.locale || "")) {
    user.preferredLanguages = [jwt.locale.replace("-", "_")];
  }
  if (jwt.zoneinfo?.includes("/")) {
    user.timezone = jwt.zoneinfo;
  }
}
