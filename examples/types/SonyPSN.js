/* Shows a player's online id. */
function reconcile(user, registration, userInfo, context) {
  registration.username = userInfo.online_id;
}
