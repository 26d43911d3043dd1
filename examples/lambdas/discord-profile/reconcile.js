/* Shows a Discord account's name and avatar as Discord itself does. */
function reconcile(user, registration, jwt) {
  user.fullName = jwt.global_name || jwt.username;
  user.imageUrl = avatarOf(jwt);
  registration.username = nameOf(jwt);
}

/* Accounts that have not moved to the new names yet still carry four digits, as in jane#0042. */
function nameOf(account) {
  return hasDigits(account)
    ? `${account.username}#${String(account.discriminator).padStart(4, "0")}`
    : account.username;
}

function hasDigits(account) {
  return Number(account.discriminator || 0) !== 0;
}

function avatarOf(account) {
  if (account.avatar) {
    const type = account.avatar.startsWith("a_") ? "gif" : "png";
    return `https://cdn.discordapp.com/avatars/${account.id}/${account.avatar}.${type}`;
  }
  /* The id is a 64-bit number whose upper bits choose one of six pictures. A BigInt keeps them. */
  const index = hasDigits(account)
    ? Number(account.discriminator) % 5
    : Number((BigInt(account.id) >> 22n) % 6n);
  return `https://cdn.discordapp.com/embed/avatars/${index}.png`;
}
