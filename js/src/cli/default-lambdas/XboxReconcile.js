/* A starting point: an Xbox token has a gamertag and an age group. */
function reconcile(user, registration, userInfo, context) {
  if (userInfo.gtg) {
    registration.username = userInfo.gtg;
  }
  if (userInfo.agg) {
    user.data = user.data || {};
    user.data.ageGroup = userInfo.agg;
  }
}
