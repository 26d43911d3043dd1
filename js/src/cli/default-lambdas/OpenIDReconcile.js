/* Maps the standard claims of userinfo, as FusionAuth documents its default lambda. */
function reconcile(user, registration, jwt, id_token, tokens, context) {
  user.firstName = jwt.given_name;
  user.middleName = jwt.middle_name;
  user.lastName = jwt.family_name;
  user.fullName = jwt.name;
  user.imageUrl = jwt.picture;
  user.mobilePhone = jwt.phone_number;

  /* OpenID Connect allows a year alone, and 0000 for somebody who keeps the year private. */
  if (jwt.birthdate && jwt.birthdate !== "0000") {
    user.birthDate = jwt.birthdate.length === 4 ? `${jwt.birthdate}-01-01` : jwt.birthdate;
  }

  /* FusionAuth writes locales as en_US. Without the question the list would grow at every login. */
  if (jwt.locale) {
    const locale = jwt.locale.replace("-", "_");
    user.preferredLanguages = user.preferredLanguages || [];
    if (!user.preferredLanguages.includes(locale)) {
      user.preferredLanguages.push(locale);
    }
  }

  /* For display: nobody is found by the username of a registration. */
  registration.username = jwt.preferred_username;
}
