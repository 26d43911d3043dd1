/* Shows a gamertag, and keeps the age group that parental controls depend on. */
function reconcile(user, registration, userInfo, context) {
  registration.username = userInfo.gtg;
  registration.data.ageGroup = userInfo.agg;
}
