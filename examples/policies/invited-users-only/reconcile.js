/*
 * Invited people only
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 * It is written for the linking strategy LinkByEmail.
 */

function reconcile(user, registration, jwt, id_token) {
  const invitation = customOf(claim(jwt['custom:invitation'], id_token?.['custom:invitation']));
  const emailVerified = booleanOf(claim(jwt.email_verified, id_token?.email_verified));
  const email = claim(jwt.email, id_token?.email);
  const givenName = claim(jwt.given_name, id_token?.given_name);
  const isNewUser = isNew(user);

  /* invited */
  if (
    isNewUser &&
    invitation === undefined &&
    (!isOneOf(emailVerified, [true]) || !someText(email, (text) => isOfDomain(text, ['example.com'])))
  ) {
    throw new Error('not-invited: You need an invitation to join.');
  }

  if (isNewUser) {
    const invitationValue = invitation;
    if (invitationValue !== undefined) {
      putInto(user, 'data', 'invitation', invitationValue);
    }
  }

  if (isEmpty(user.firstName)) {
    const firstName = asText(givenName);
    if (firstName !== undefined) {
      user.firstName = firstName;
    }
  }
}

/* A claim: from the userinfo, or else from the id token. */
function claim(value, other) {
  return isMissing(value) ? present(other) : value;
}

/* The texts `true` and `false` as booleans. */
function booleanOf(value) {
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (text === 'true' || text === 'false') {
    return text === 'true';
  }
  return value;
}

/* Custom attributes are texts, whatever they hold. */
function customOf(value) {
  return textOf(value) ?? value;
}

/* Whether the value, or an entry of the list, is one of these. */
function isOneOf(value, values) {
  return Array.isArray(value)
    ? value.some((item) => values.includes(item))
    : values.includes(value);
}

/* Whether the text, or a text in the list, passes the test. */
function someText(value, test) {
  if (typeof value === 'string') {
    return test(value);
  }
  return Array.isArray(value) && value.some((item) => typeof item === 'string' && test(item));
}

/* A text with small letters in the place of A to Z. */
function foldCase(value) {
  if (typeof value !== 'string') {
    return value;
  }
  return value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/* Whether it is an e-mail address of one of these domains. */
function isOfDomain(text, domains) {
  const sign = text.lastIndexOf('@');
  return sign >= 0 && domains.includes(foldCase(text.slice(sign + 1)));
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

/* What is stored at these steps. */
function stored(object, steps) {
  return steps.reduce((value, step) => (isObject(value) ? own(value, step) : undefined), object);
}

/* Stores a value and makes the objects in between; null takes out what is there. */
function put(object, steps, value) {
  if (isEmpty(value) && stored(object, steps) === undefined) {
    return;
  }
  let inner = object;
  for (const step of steps.slice(0, -1)) {
    if (!isObject(own(inner, step))) {
      inner[step] = {};
    }
    inner = inner[step];
  }
  const last = steps[steps.length - 1];
  if (value === null) {
    delete inner[last];
  } else {
    inner[last] = value;
  }
}

/* The same in an object that a field holds, which is what most are stored in. */
function putInto(object, field, name, value) {
  const inside = object[field];
  if (!isObject(inside)) {
    put(object, [field, name], value);
  } else if (!isEmpty(value) || own(inside, name) !== undefined) {
    if (value === null) {
      delete inside[name];
    } else {
      inside[name] = value;
    }
  }
}

/* FusionAuth stamps what it stores. */
function isNew(object) {
  return object.insertInstant === undefined || object.insertInstant === null;
}

function isEmpty(value) {
  if (Array.isArray(value)) {
    return value.length === 0;
  }
  return isObject(value) ? Object.keys(value).length === 0 : isMissing(value);
}

function isMissing(value) {
  return value === undefined || value === null || value === '';
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/* The text of a text, of a whole number, and of true and false. */
function textOf(value) {
  const hasText =
    typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value);
  return hasText ? String(value) : undefined;
}

/* A property of the object itself: a name such as `constructor` finds nothing else. */
function own(object, name) {
  const hasProperties = typeof object === 'object' && object !== null;
  return hasProperties && Object.prototype.hasOwnProperty.call(object, name)
    ? object[name]
    : undefined;
}
