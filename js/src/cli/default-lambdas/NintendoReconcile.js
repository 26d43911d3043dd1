/* A starting point: Nintendo sends a nickname, a country and, if it is shared, a birthday. */
function reconcile(user, registration, userInfo, context) {
  if (userInfo.nickname) {
    registration.username = userInfo.nickname;
  }
  if (userInfo.birthday) {
    user.birthDate = userInfo.birthday;
  }
  if (userInfo.country) {
    user.data = user.data || {};
    user.data.country = userInfo.country;
  }
}
