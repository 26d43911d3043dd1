/* Makes administrators of the company's own Google accounts, and of nobody else. */
function reconcile(user, registration, idToken) {
  user.fullName = idToken.name || user.fullName;

  /* Google sends hd for accounts of a Workspace domain. An address alone proves nothing. */
  const isStaff = idToken.hd === "example.com";
  const others = (registration.roles || []).filter((role) => role !== "admin");
  registration.roles = isStaff ? [...others, "admin"] : others;
}
