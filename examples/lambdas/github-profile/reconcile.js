/* Keeps a GitHub profile in the user's data. GitHub sends null for what somebody left empty. */
function reconcile(user, registration, jwt) {
  if (jwt.name) {
    user.fullName = jwt.name;
  }
  if (jwt.avatar_url) {
    user.imageUrl = jwt.avatar_url;
  }
  registration.username = jwt.login;

  user.data = user.data || {};
  user.data.github = { id: jwt.id, repositories: jwt.public_repos };
  for (const name of ["company", "location", "blog"]) {
    if (jwt[name]) {
      user.data.github[name] = jwt[name];
    }
  }
}
