/*
 * Customers of a shared application
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 * It is written for the linking strategy LinkByEmail.
 */

const PLAN_OF_PLAN = {
  free: 'free',
  pro: 'pro',
  'pro-annual': 'pro',
};

function reconcile(user, registration, jwt, id_token) {
  const tenantId = customOf(claim(jwt['custom:tenant_id'], id_token?.['custom:tenant_id']));
  const plan = customOf(claim(jwt['custom:plan'], id_token?.['custom:plan']));
  const tenantRoles = customOf(claim(jwt['custom:tenant_roles'], id_token?.['custom:tenant_roles']));

  /* customer */
  if (!someText(tenantId, (text) => /^[a-z0-9-]+$/u.test(text))) {
    throw new Error('no-customer: Your account belongs to no customer yet.');
  }

  if (registration) {
    /* plan */
    let planValue = eachText(plan, (text) => text.trim());
    planValue = eachText(planValue, (text) => text.toLowerCase());
    planValue = lookUp(planValue, PLAN_OF_PLAN);
    planValue = present(planValue) ?? 'free';
    putInto(registration, 'data', 'plan', planValue);

    const tenantIdValue = tenantId;
    if (tenantIdValue !== undefined) {
      putInto(registration, 'data', 'tenantId', tenantIdValue);
    }

    /* customer-roles */
    let roles = eachList(tenantRoles, (text) => text.split(',').filter(Boolean));
    roles = eachText(roles, (text) => text.trim());
    roles = eachText(roles, (text) => 'tenant-' + text);
    roles = asTexts(roles);
    setList(registration, 'roles', roles ?? [], roles === undefined);
  }
}

/* A claim: from the userinfo, or else from the id token. */
function claim(value, other) {
  return isMissing(value) ? present(other) : value;
}

/* Custom attributes are texts, whatever they hold. */
function customOf(value) {
  return textOf(value) ?? value;
}

/* Whether the text, or a text in the list, passes the test. */
function someText(value, test) {
  if (typeof value === 'string') {
    return test(value);
  }
  return Array.isArray(value) && value.some((item) => typeof item === 'string' && test(item));
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
