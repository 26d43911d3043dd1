function reconcile(user, registration, jwt, id_token) {
  const isOfDomain = typeof jwt.email === "string" && jwt.email.endsWith("@example.com");
  const groups = id_token["cognito:groups"];
  const isStaff = Array.isArray(groups) && groups.includes("staff");
  if (jwt.email_verified !== "true" || !(isOfDomain || isStaff)) {
    throw new Error("You may not log in.");
  }
}
