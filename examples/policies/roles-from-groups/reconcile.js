/*
 * Roles from groups
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 */

const ROLES_OF_GROUPS = {
  Admins: ['admin', 'editor'],
  Editors: 'editor',
  Support: 'support',
};

function reconcile(user, registration, jwt, id_token) {
  const groups = assignedGroups(jwt, id_token);

  if (registration) {
    let roles = [];
    let keepsRoles = false;
    /* everybody */
    roles = roles.concat(['viewer']);
    /* from-groups */
    let newRoles = lookUp(inList(groups), ROLES_OF_GROUPS);
    newRoles = asTexts(newRoles);
    roles = roles.concat(newRoles ?? []);
    if (newRoles === undefined) {
      keepsRoles = true;
    }
    setList(registration, 'roles', roles, keepsRoles);
  }

  const groupsValue = groups;
  if (groupsValue !== undefined) {
    putInto(user, 'data', 'groups', groupsValue);
  }
}

/* A claim: from the userinfo, or else from the id token. */
function claim(value, other) {
  return isMissing(value) ? present(other) : value;
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

/* `[a b]` as a list. */
function textsOf(value) {
  if (typeof value !== 'string') {
    return value;
  }
  return value.split(/[\s,"[\]]/).filter((word) => word !== '');
}

/* A value alone as a list: what a table leaves out of that adds nothing, and is not missing. */
function inList(value) {
  return value === undefined || Array.isArray(value) ? value : [value];
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
