/* Gives an address to people whose provider sends none, so that they can be linked by it. */
function reconcile(user, registration, jwt) {
  if (!jwt.email) {
    user.email = `${jwt.username}@users.example.com`;
  }
  registration.data = registration.data || {};
  registration.data.invited = user.data?.invited === true;
}
