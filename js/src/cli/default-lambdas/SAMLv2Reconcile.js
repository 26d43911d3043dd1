/* Maps well-known SAML attributes, as FusionAuth documents its default SAML v2 lambda. */
function reconcile(user, registration, samlResponse, context) {
  const attributes = samlResponse.assertion.attributes;
  user.birthDate = first(attributes, [`${CLAIMS}dateofbirth`, "birthdate", "date_of_birth"]);
  user.firstName = first(attributes, [`${CLAIMS}givenname`, "first_name"]);
  user.lastName = first(attributes, [`${CLAIMS}surname`, "last_name"]);
  user.fullName = first(attributes, [`${CLAIMS}name`, "name", "full_name"]);
  user.mobilePhone = first(attributes, [`${CLAIMS}mobilephone`, "mobile_phone"]);
}

/* What the names of attributes from Microsoft's products begin with. */
const CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

/* An attribute is always a list, even of one value. */
function first(attributes, names) {
  for (const name of names) {
    if (attributes[name] && attributes[name].length > 0) {
      return attributes[name][0];
    }
  }
  return undefined;
}
