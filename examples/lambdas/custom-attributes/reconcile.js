/* Keeps Cognito's custom attributes in the user's data, under names of our own. */
function reconcile(user, registration, jwt) {
  user.data = user.data || {};
  if (jwt["custom:department"]) {
    user.data.department = jwt["custom:department"];
  }
  /* Cognito sends every custom attribute as a text, those of type Number and Boolean too. */
  if (jwt["custom:cost_centre"]) {
    user.data.costCentre = Number(jwt["custom:cost_centre"]);
  }
  if (jwt["custom:contractor"]) {
    user.data.contractor = jwt["custom:contractor"].toLowerCase() === "true";
  }
}
