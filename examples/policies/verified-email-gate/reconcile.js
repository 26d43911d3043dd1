/*
 * A verified address, or the company's own sign-in
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 * It is written for the linking strategy LinkByUsername.
 */

function reconcile(user, registration, jwt, id_token) {
  const emailVerified = booleanOf(claim(jwt.email_verified, id_token?.email_verified));
  const providerName = primaryIdentity(jwt, id_token, 'providerName');
  const email = claim(jwt.email, id_token?.email);

  /* address */
  if (!isOneOf(emailVerified, [true]) && !isOneOf(providerName, ['CompanySAML'])) {
    throw new Error('email-not-verified: Please confirm your e-mail address first.');
  }

  const emailValue = email;
  if (emailValue !== undefined) {
    put(user, ['data', 'contact', 'email'], emailValue);
  }

  put(user, ['data', 'contact', 'verified'], emailVerified ?? false);
}

/* A claim: from the userinfo, or else from the id token. */
function claim(value, other) {
  return isMissing(value) ? present(other) : value;
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

/* The JSON in a text, unless it is deep, or has half a character or a number that is out of range. */
function parseJson(text) {
  const escapes = text.replace(/\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|[^u])/g, ' ');
  if (text.split(/[[{]/).length > 101 || /\\u[dD][89a-fA-F]/.test(escapes)) {
    return UNUSABLE;
  }
  try {
    const value = JSON.parse(text);
    const rest = text.replace(/"(?:[^"\\]|\\.)*"/g, '');
    const numbers = rest.match(/[0-9][0-9.eE+-]*/g) || [];
    return numbers.every((number) => Number.isFinite(Number(number))) ? value : UNUSABLE;
  } catch (error) {
    return UNUSABLE;
  }
}

/* The value, unless it is missing. */
function present(value) {
  return isMissing(value) ? undefined : value;
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

/* A property of the object itself: a name such as `constructor` finds nothing else. */
function own(object, name) {
  const hasProperties = typeof object === 'object' && object !== null;
  return hasProperties && Object.prototype.hasOwnProperty.call(object, name)
    ? object[name]
    : undefined;
}
