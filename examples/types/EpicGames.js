/* Shows a player's Epic name, and keeps which other accounts belong to it. */
function reconcile(user, registration, userInfo, context) {
  registration.username = userInfo.displayName;
  const linked = userInfo.linkedAccounts || [];
  registration.data.platforms = linked.map((account) => account.identityProviderId);
}
