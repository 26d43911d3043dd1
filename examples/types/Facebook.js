/* Takes the name, and the picture of somebody who has one. */
function reconcile(user, registration, facebookUser, context) {
  user.firstName = facebookUser.first_name;
  user.lastName = facebookUser.last_name;
  const picture = facebookUser.picture?.data;
  if (picture && !picture.is_silhouette) {
    user.imageUrl = picture.url;
  }
}
