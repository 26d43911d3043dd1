/* A claim: from the userinfo, or else from the id token. */
function claim(value, other) {
  return isMissing(value) ? present(other) : value;
}

/* What these steps lead to. Undefined where it is missing. */
function at(value, steps) {
  let found = value;
  for (const step of steps) {
    if (Array.isArray(found) && !/^[0-9]+$/.test(step)) {
      return undefined;
    }
    found = own(found, step);
  }
  return isMissing(found) ? undefined : found;
}

/* Cognito's user name, which its userinfo calls `username`. */
function cognitoUserName(jwt, id_token) {
  return (
    claim(own(jwt, 'cognito:username'), id_token?.['cognito:username']) ?? present(jwt.username)
  );
}

/* The user's groups without those that Cognito makes itself, one for each outside provider. */
function assignedGroups(jwt, id_token) {
  const groups = textsOf(claim(own(jwt, 'cognito:groups'), id_token?.['cognito:groups']));
  if (groups === undefined) {
    return id_token ? [] : undefined;
  }
  return Array.isArray(groups) ? groups.filter((group) => !isCognitosOwn(group)) : groups;
}

/* A name such as `eu-west-1_aB3xY_Google`. */
function isCognitosOwn(group) {
  const form = /^[a-z]{2}(?:-[a-z]+)+-[0-9]+_[A-Za-z0-9]+_[^]/;
  return typeof group === 'string' && form.test(group);
}

/* A text of the identity that the user signed in with. */
function primaryIdentity(jwt, id_token, field) {
  const identities = identitiesOf(claim(jwt.identities, id_token?.identities));
  const isPrimary = (identity) => booleanOf(own(identity, 'primary')) === true;
  const text = own(Array.isArray(identities) ? identities.find(isPrimary) : undefined, field);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/* Identities are a list, the JSON of one, or one identity alone. */
function identitiesOf(value) {
  const identities = typeof value === 'string' ? parseJson(value) : value;
  if (Array.isArray(identities)) {
    return identities;
  }
  return isObject(identities) ? [identities] : value;
}

/* `[a b]` as a list. */
function textsOf(value) {
  if (typeof value !== 'string') {
    return value;
  }
  return value.split(/[\s,"[\]]/).filter((word) => word !== '');
}

/* The texts `true` and `false` as booleans. */
function booleanOf(value) {
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (text === 'true' || text === 'false') {
    return text === 'true';
  }
  return value;
}

/* Digits as a number. */
function numberOf(value) {
  return typeof value === 'string' && /^[0-9]{1,15}$/.test(value) ? Number(value) : value;
}

/* An address in a text as an object. */
function addressOf(value) {
  return typeof value === 'string' ? { formatted: value } : value;
}

/* Custom attributes are texts, whatever they hold. */
function customOf(value) {
  return textOf(value) ?? value;
}
