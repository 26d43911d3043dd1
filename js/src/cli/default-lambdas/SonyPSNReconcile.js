/* A starting point: a PlayStation Network account has an online id and a country. */
function reconcile(user, registration, userInfo, context) {
  if (userInfo.online_id) {
    registration.username = userInfo.online_id;
  }
  if (userInfo.country_code) {
    user.data = user.data || {};
    user.data.country = userInfo.country_code;
  }
}
