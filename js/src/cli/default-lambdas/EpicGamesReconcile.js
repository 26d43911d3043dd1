/* A starting point: Epic sends a display name and a language, and no e-mail address. */
function reconcile(user, registration, userInfo, context) {
  if (userInfo.displayName) {
    registration.username = userInfo.displayName;
  }
  if (userInfo.preferredLanguage) {
    registration.preferredLanguages = [userInfo.preferredLanguage.replace("-", "_")];
  }
}
