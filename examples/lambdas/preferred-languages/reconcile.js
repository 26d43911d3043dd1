/* Puts the provider's locale first among the preferred languages, each of them once. */
function reconcile(user, registration, jwt) {
  if (!jwt.locale) {
    return;
  }
  const locale = jwt.locale.replace(/-/g, "_");
  const others = (user.preferredLanguages || []).filter((language) => language !== locale);
  user.preferredLanguages = [locale, ...others];
}
