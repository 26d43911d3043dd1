/* Maps what Twitter's Verify Credentials API answers, as FusionAuth's example does. */
function reconcile(user, registration, twitterUser, context) {
  if (twitterUser.name) {
    user.fullName = twitterUser.name;
  }

  /* The address ends in _normal.jpg or its like. Without _normal it is the full size. */
  if (twitterUser.profile_image_url_https) {
    user.imageUrl = twitterUser.profile_image_url_https.replace("_normal.", ".");
  }

  /* For display: nobody is found by the username of a registration. */
  registration.username = twitterUser.screen_name;
}
