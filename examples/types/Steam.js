/* Shows a player's persona name and avatar. */
function reconcile(user, registration, userInfo, context) {
  registration.username = userInfo.personaname;
  user.imageUrl = userInfo.avatarfull;
}
