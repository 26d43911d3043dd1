/* A starting point: Twitch sends the display name of a channel and its picture. */
function reconcile(user, registration, userInfo, context) {
  if (userInfo.preferred_username) {
    registration.username = userInfo.preferred_username;
  }
  if (userInfo.picture) {
    user.imageUrl = userInfo.picture;
  }
}
