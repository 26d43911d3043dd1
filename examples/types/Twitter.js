/* Shows somebody as Twitter does. */
function reconcile(user, registration, twitterUser, context) {
  user.fullName = twitterUser.name;
  registration.username = `@${twitterUser.screen_name}`;
}
