/*
 * Custom attributes
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 */

function reconcile(user, registration, jwt, id_token) {
  const costCenters = customOf(claim(jwt['custom:cost_centers'], id_token?.['custom:cost_centers']));
  const employeeNumber = customOf(claim(jwt['custom:employee_number'], id_token?.['custom:employee_number']));
  const isMember = customOf(claim(jwt['custom:is_member'], id_token?.['custom:is_member']));
  const manager = customOf(claim(jwt['custom:manager'], id_token?.['custom:manager']));
  const settings = customOf(claim(jwt['custom:settings'], id_token?.['custom:settings']));

  let costCentersValue = eachList(costCenters, cognitoList);
  costCentersValue = present(costCentersValue);
  if (costCentersValue !== undefined) {
    putInto(user, 'data', 'costCenters', costCentersValue);
  }

  let employeeNumberValue = each(employeeNumber, toNumber);
  employeeNumberValue = present(employeeNumberValue);
  if (employeeNumberValue !== undefined) {
    putInto(user, 'data', 'employeeNumber', employeeNumberValue);
  }

  let isMemberValue = each(isMember, toBoolean);
  isMemberValue = present(isMemberValue);
  if (isMemberValue !== undefined) {
    putInto(user, 'data', 'isMember', isMemberValue);
  }

  putInto(user, 'data', 'manager', manager ?? null);

  let settingsValue = eachText(settings, parseJson);
  settingsValue = present(settingsValue);
  if (settingsValue !== undefined) {
    putInto(user, 'data', 'settings', settingsValue);
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

function toBoolean(value) {
  const flag = booleanOf(value);
  return typeof flag === 'boolean' ? flag : UNUSABLE;
}

function toNumber(value) {
  const isNumber = typeof value === 'string' && /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?$/.test(value);
  return isNumber ? Number(value) : typeof value === 'number' ? value : UNUSABLE;
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
