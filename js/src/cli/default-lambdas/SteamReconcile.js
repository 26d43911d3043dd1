/* A starting point: Steam sends a persona name, an avatar and, if it is public, the real name. */
function reconcile(user, registration, userInfo, context) {
  if (userInfo.personaname) {
    registration.username = userInfo.personaname;
  }
  if (userInfo.avatarfull) {
    user.imageUrl = userInfo.avatarfull;
  }
  if (userInfo.realname) {
    user.fullName = userInfo.realname;
  }
}
