/*
 * Staff by domain
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 * It is written for the linking strategy LinkByEmail.
 */

const COMPANY_OF_EMAIL = {
  'example.com': 'Example',
  'partner.example': 'Partner',
  'supplier.example': 'Supplier',
};

function reconcile(user, registration, jwt, id_token) {
  const emailVerified = booleanOf(claim(jwt.email_verified, id_token?.email_verified));
  const email = claim(jwt.email, id_token?.email);

  if (registration) {
    let roles = [];
    /* everybody */
    roles = roles.concat(['guest']);
    /* staff */
    if (
      isOneOf(emailVerified, [true]) &&
      someText(email, (text) => isOfDomain(text, ['example.com']))
    ) {
      roles = roles.concat(['staff']);
    }
    /* partners */
    if (
      isOneOf(emailVerified, [true]) &&
      someText(email, (text) => isOfDomain(text, ['partner.example', 'supplier.example']))
    ) {
      roles = roles.concat(['partner']);
    }
    setList(registration, 'roles', roles, false);
  }

  /* company */
  let company = eachText(email, (text) => afterLast(text, '@'));
  company = eachText(company, (text) => text.toLowerCase());
  company = lookUp(company, COMPANY_OF_EMAIL);
  company = present(company) ?? null;
  putInto(user, 'data', 'company', company);
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

/* Makes a list of what it keeps and what it is given, each entry once. */
function setList(object, field, given, keeps) {
  const stored = object[field];
  const kept = keeps && Array.isArray(stored) ? stored : [];
  const list = Array.from(new Set(kept.concat(given)));
  if (list.length > 0 || stored !== undefined) {
    object[field] = list;
  }
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
