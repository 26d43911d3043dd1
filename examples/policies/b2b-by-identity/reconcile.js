/*
 * Customers with their own sign-in
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 * It is written for the linking strategy LinkByUsername.
 */

const CUSTOMER_OF_PROVIDER_NAME = {
  AcmeSAML: 'acme',
  GlobexOIDC: 'globex',
};

const ROLES_OF_GROUPS = {
  'Order Admins': ['clerk', 'admin'],
  'Order Desk': 'clerk',
};

const ROLES_OF_ROLE = {
  buyer: 'clerk',
  'head-buyer': 'admin',
};

function reconcile(user, registration, jwt, id_token) {
  const providerName = primaryIdentity(jwt, id_token, 'providerName');
  const groups = customOf(claim(jwt['custom:groups'], id_token?.['custom:groups']));
  const role = customOf(claim(jwt['custom:role'], id_token?.['custom:role']));
  const providerSubject = primaryIdentity(jwt, id_token, 'userId');

  /* through-a-customer */
  if (providerName === undefined) {
    throw new Error('no-customer: Please sign in with your company\'s account.');
  }

  if (registration) {
    /* customer */
    let customer = lookUp(providerName, CUSTOMER_OF_PROVIDER_NAME, (item) => refuseUnlisted(item, 'customer: the rule `customer` refuses the login: '));
    customer = present(customer);
    if (customer !== undefined) {
      putInto(registration, 'data', 'customer', customer);
    }

    let roles = [];
    /* acme-roles */
    if (isOneOf(providerName, ['AcmeSAML'])) {
      let newRoles = eachList(groups, cognitoList);
      newRoles = eachText(newRoles, urlDecode);
      newRoles = lookUp(newRoles, ROLES_OF_GROUPS);
      newRoles = asTexts(newRoles);
      roles = roles.concat(newRoles ?? []);
    }
    /* globex-roles */
    if (isOneOf(providerName, ['GlobexOIDC'])) {
      let newRoles2 = lookUp(role, ROLES_OF_ROLE);
      newRoles2 = asTexts(newRoles2);
      roles = roles.concat(newRoles2 ?? []);
    }
    setList(registration, 'roles', roles, false);
  }

  const customerUserId = providerSubject;
  if (customerUserId !== undefined) {
    putInto(user, 'data', 'customerUserId', customerUserId);
  }
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

/* The same for a step that makes a list of a text. */
function eachList(value, step) {
  const lists = eachText(value, step);
  return lists && lists.flat();
}

/* The entries of a text such as `[a, b]`. */
function cognitoList(text) {
  const list = text.trim();
  const hasBrackets = list.startsWith('[') && list.endsWith(']');
  const entries = (hasBrackets ? list.slice(1, -1) : list).split(',');
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function urlDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return UNUSABLE;
  }
}

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

/* Refuses the login for a value that is not in the table. */
function refuseUnlisted(item, refusal) {
  const characters = Array.from(textOf(item));
  const line = characters
    .slice(0, 60)
    .join('')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
  throw new Error(
    refusal + '`' + line + (characters.length > 60 ? '\u2026' : '') + '` is not in the table',
  );
}

/* The value, unless it is missing. */
function present(value) {
  return isMissing(value) ? undefined : value;
}

/* The value as a list of texts, where it is one, or a text alone. */
function asTexts(value) {
  if (isMissing(value)) {
    return undefined;
  }
  const texts = (Array.isArray(value) ? value : [value]).map((item) => textOf(item));
  const isUsable = texts.every((text) => !isMissing(text));
  return isUsable ? texts : undefined;
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
