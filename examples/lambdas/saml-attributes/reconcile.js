/* Reads a SAML response of Microsoft Entra ID: names, department, and roles from groups. */
function reconcile(user, registration, samlResponse) {
  const attributes = samlResponse.assertion.attributes;
  user.firstName = first(attributes[`${CLAIMS}givenname`]) || user.firstName;
  user.lastName = first(attributes[`${CLAIMS}surname`]) || user.lastName;

  /* A list assigned as it is would stay a list: ["Logistics"]. */
  user.data = user.data || {};
  user.data.department = first(attributes.department) || user.data.department;

  const groups = attributes[GROUPS] || [];
  registration.roles = groups.includes("Orders Administrators") ? ["admin", "user"] : ["user"];
}

const CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
const GROUPS = "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups";

/* An attribute is always a list, and missing where Entra ID has no value. */
function first(values) {
  return values && values.length > 0 ? values[0] : undefined;
}
