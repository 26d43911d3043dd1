/* Shows a channel's name and picture. */
function reconcile(user, registration, userInfo, context) {
  registration.username = userInfo.preferred_username;
  user.imageUrl = userInfo.picture;
}
