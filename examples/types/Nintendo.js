/* Shows a player's nickname, and takes over the language that they play in. */
function reconcile(user, registration, userInfo, context) {
  registration.username = userInfo.nickname;
  if (userInfo.language) {
    registration.preferredLanguages = [userInfo.language.replace("-", "_")];
  }
}
