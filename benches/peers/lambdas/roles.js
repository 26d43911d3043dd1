const TABLE = { admins: "admin", editors: "editor", staff: "employee", support: "agent" };

function reconcile(user, registration, jwt, id_token) {
  const groups = id_token["cognito:groups"];
  if (!Array.isArray(groups)) return;
  const roles = groups.filter((group) => Object.hasOwn(TABLE, group)).map((group) => TABLE[group]);
  if (roles.length > 0) registration.roles = roles;
}
