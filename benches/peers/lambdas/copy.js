function reconcile(user, registration, jwt) {
  if (typeof jwt.given_name === "string") user.firstName = jwt.given_name;
  if (typeof jwt.family_name === "string") user.lastName = jwt.family_name;
  if (typeof jwt.middle_name === "string") user.middleName = jwt.middle_name;
  if (typeof jwt.name === "string") user.fullName = jwt.name;
  if (typeof jwt.picture === "string") user.imageUrl = jwt.picture;
  if (typeof jwt.phone_number === "string") user.mobilePhone = jwt.phone_number;
  if (typeof jwt.preferred_username === "string") registration.username = jwt.preferred_username;
  user.data ??= {};
  user.data.locale = typeof jwt.locale === "string" ? jwt.locale : "en";
}
