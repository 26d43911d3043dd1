/* Fills in what is missing and never replaces what somebody typed themselves. */
function reconcile(user, registration, jwt) {
  user.firstName = user.firstName || jwt.given_name;
  user.lastName = user.lastName || jwt.family_name;
  user.mobilePhone = user.mobilePhone || jwt.phone_number;
}
