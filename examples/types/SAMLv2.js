/* Takes the names of a university's directory, whose attributes are named by numbers. */
function reconcile(user, registration, samlResponse, context) {
  const attributes = samlResponse.assertion.attributes;
  user.firstName = attributes["urn:oid:2.5.4.42"]?.[0];
  user.lastName = attributes["urn:oid:2.5.4.4"]?.[0];
  const affiliations = attributes["urn:oid:1.3.6.1.4.1.5923.1.1.1.9"] || [];
  registration.roles = affiliations.includes("staff@uni.example.org") ? ["librarian"] : ["reader"];
}
