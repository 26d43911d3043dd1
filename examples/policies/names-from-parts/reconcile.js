/*
 * Names from what there is
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 */

function reconcile(user, registration, jwt, id_token) {
  const givenName = claim(jwt.given_name, id_token?.given_name);
  const name = claim(jwt.name, id_token?.name);
  const middleName = claim(jwt.middle_name, id_token?.middle_name);
  const familyName = claim(jwt.family_name, id_token?.family_name);
  const nickname = claim(jwt.nickname, id_token?.nickname);
  const preferredUsername = claim(jwt.preferred_username, id_token?.preferred_username);

  let firstName = asText(givenName);
  if (firstName === undefined) {
    firstName = eachText(name, (text) => text.trim());
    firstName = eachText(firstName, (text) => text.split(' ')[0]);
    firstName = asText(firstName);
  }
  if (firstName !== undefined) {
    user.firstName = firstName;
  }

  let fullName = asText(name);
  if (fullName === undefined) {
    fullName = joinTexts([givenName, middleName, familyName], ' ');
    fullName = asText(fullName);
  }
  if (fullName === undefined) {
    fullName = asText(nickname ?? preferredUsername);
  }
  if (fullName !== undefined) {
    user.fullName = fullName;
  }

  let lastName = asText(familyName);
  if (lastName === undefined) {
    lastName = eachText(name, (text) => text.trim());
    lastName = eachText(lastName, (text) => afterLast(text, ' '));
    lastName = asText(lastName);
  }
  if (lastName !== undefined) {
    user.lastName = lastName;
  }
}

/* A claim: from the userinfo, or else from the id token. */
function claim(value, other) {
  return isMissing(value) ? present(other) : value;
}

/* What a step gives that cannot use a value. */
const UNUSABLE = Symbol('unusable');

/* What a step makes of a value, or of each value in a list. */
function each(value, step) {
  if (value === undefined) {
    return undefined;
  }
  const isList = Array.isArray(value);
  const result = isList ? value.map((item) => step(item)) : step(value);
  if (isList ? result.includes(UNUSABLE) : result === UNUSABLE) {
    return undefined;
  }
  return isList ? result.filter((item) => item !== undefined) : result;
}

/* The same for a step that takes texts. */
function eachText(value, step) {
  return each(value, (item) => (typeof item === 'string' ? step(item) : UNUSABLE));
}

function afterLast(text, separator) {
  const place = text.lastIndexOf(separator);
  return place < 0 ? undefined : text.slice(place + separator.length);
}

/* The texts of these claims in one. Those that are missing are left out. */
function joinTexts(values, between) {
  const texts = values.filter((value) => value !== undefined).map((value) => textOf(value));
  if (texts.includes(undefined)) {
    return undefined;
  }
  return texts.length === 0 ? undefined : texts.join(between);
}

/* The value, unless it is missing. */
function present(value) {
  return isMissing(value) ? undefined : value;
}

/* The value as a text, where it has one. */
function asText(value) {
  const text = textOf(value);
  return text === '' ? undefined : text;
}

function isMissing(value) {
  return value === undefined || value === null || value === '';
}

/* The text of a text, of a whole number, and of true and false. */
function textOf(value) {
  const hasText =
    typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value);
  return hasText ? String(value) : undefined;
}
