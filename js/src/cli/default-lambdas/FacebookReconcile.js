/* Maps what Facebook's Me API answers, as FusionAuth documents its default Facebook lambda. */
function reconcile(user, registration, facebookUser, context) {
  user.firstName = facebookUser.first_name;
  user.middleName = facebookUser.middle_name;
  user.lastName = facebookUser.last_name;
  user.fullName = facebookUser.name;

  /* A silhouette is Facebook's picture of somebody who has none. */
  const picture = facebookUser.picture?.data;
  if (picture && !picture.is_silhouette) {
    user.imageUrl = picture.url;
  }

  /* 12/31/1990 becomes 1990-12-31. Who keeps the year private sends 12/31, which is no date. */
  const parts = (facebookUser.birthday || "").split("/");
  if (parts.length === 3) {
    user.birthDate = `${parts[2]}-${parts[0]}-${parts[1]}`;
  }
}
