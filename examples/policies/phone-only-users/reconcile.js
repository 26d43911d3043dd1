/*
 * People with a phone number
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 * It is written for the linking strategy LinkByUsername.
 */

const COUNTRY_OF_PHONE_NUMBER = {
  '1': 'US',
  '44': 'GB',
  '49': 'DE',
};

function reconcile(user, registration, jwt, id_token) {
  const phoneNumberVerified = booleanOf(claim(jwt.phone_number_verified, id_token?.phone_number_verified));
  const emailVerified = booleanOf(claim(jwt.email_verified, id_token?.email_verified));
  const email = claim(jwt.email, id_token?.email);
  const phoneNumber = claim(jwt.phone_number, id_token?.phone_number);
  const isNewUser = isNew(user);

  /* reachable */
  if (!isOneOf(phoneNumberVerified, [true]) && !isOneOf(emailVerified, [true])) {
    throw new Error('not-reachable: Please confirm your phone number first.');
  }

  /* country */
  if (isNewUser) {
    let country = eachText(phoneNumber, (text) => capture(text, /^[+](1|44|49)/u));
    country = lookUp(country, COUNTRY_OF_PHONE_NUMBER);
    country = present(country);
    if (country !== undefined) {
      putInto(user, 'data', 'country', country);
    }
  }

  /* by-email */
  let reachedBy;
  if (email !== undefined && isOneOf(emailVerified, [true])) {
    reachedBy = 'email';
  }
  /* by-phone */
  if (reachedBy === undefined) {
    reachedBy = 'phone';
  }
  if (reachedBy !== undefined) {
    putInto(user, 'data', 'reachedBy', reachedBy);
  }

  const mobilePhone = asText(phoneNumber);
  if (mobilePhone !== undefined) {
    user.mobilePhone = mobilePhone;
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

/* Whether the value, or an entry of the list, is one of these. */
function isOneOf(value, values) {
  return Array.isArray(value)
    ? value.some((item) => values.includes(item))
    : values.includes(value);
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

/* What the first group captures, or the whole match. */
function capture(text, expression) {
  const match = expression.exec(text);
  return match === null ? undefined : match[match.length > 1 ? 1 : 0];
}

/* What the table has for a value, or for each value in a list. */
function lookUp(value, table, unlisted) {
  if (value === undefined) {
    return undefined;
  }
  const found = [];
  for (const item of Array.isArray(value) ? value : [value]) {
    const text = textOf(item);
    if (text === undefined) {
      return undefined;
    }
    found.push(own(table, text) ?? (unlisted && unlisted(item)));
  }
  if (!Array.isArray(value)) {
    return found[0];
  }
  return found.flat().filter((entry) => entry !== undefined);
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
