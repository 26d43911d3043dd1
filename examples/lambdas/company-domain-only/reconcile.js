/* Lets nobody in whose e-mail address is not the company's. They see FusionAuth's general error. */
function reconcile(user, registration, jwt) {
  const email = (jwt.email || "").toLowerCase();
  if (!email.endsWith("@example.com")) {
    throw new Error(`${email || "somebody without an e-mail address"} is not of this company`);
  }
}
