/*
 * Nothing ends here: * / # {x}
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 */

const PLAN_OF_NAME = {
  ['__proto__']: 'p',
  constructor: ['c', 5, true],
  'it\'s': '\\',
};

function reconcile(user, registration, jwt, id_token) {
  const plan = claim(jwt.plan, id_token?.plan);
  const name = at(jwt, ['plan', '0', 'name']);
  const cD = at(id_token, ['a.b', 'c/d']);
  const proto = claim(own(jwt, '__proto__'), own(id_token, '__proto__'));

  /* it's #1 * / */
  if (someText(plan, (text) => /^[a-z]+\/\d$/u.test(text))) {
    let planValue = eachText(name ?? cD ?? proto, (text) => capture(text, new RegExp('^a/(.+)@\u007b2}', 'u')), 'it\'s #1 */: the rule `it\'s #1 */` refuses the login: `capture` takes a text');
    planValue = eachText(planValue, (text) => text.split('#\u007b').join('\u2028\''), 'it\'s #1 */: the rule `it\'s #1 */` refuses the login: `replace` takes a text');
    planValue = lookUp(planValue, PLAN_OF_NAME, (item) => refuseUnlisted(item, 'it\'s #1 */: the rule `it\'s #1 */` refuses the login: '), 'it\'s #1 */: the rule `it\'s #1 */` refuses the login: a table takes texts, whole numbers and booleans');
    planValue = present(planValue);
    if (planValue !== undefined) {
      putInto(user, 'data', 'plan', planValue);
    }
  }

  if (isEmpty(user.timezone)) {
    user.timezone = 'Europe/Berlin';
  }
}

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
function each(value, step, rejects) {
  if (value === undefined) {
    return undefined;
  }
  const isList = Array.isArray(value);
  const result = isList ? value.map((item) => step(item)) : step(value);
  if (isList ? result.includes(UNUSABLE) : result === UNUSABLE) {
    refuse(rejects, value);
    return undefined;
  }
  return isList ? result.filter((item) => item !== undefined) : result;
}

/* The same for a step that takes texts. */
function eachText(value, step, rejects) {
  return each(value, (item) => (typeof item === 'string' ? step(item) : UNUSABLE), rejects);
}

/* What the first group captures, or the whole match. */
function capture(text, expression) {
  const match = expression.exec(text);
  return match === null ? undefined : match[match.length > 1 ? 1 : 0];
}

/* What the table has for a value, or for each value in a list. */
function lookUp(value, table, unlisted, rejects) {
  if (value === undefined) {
    return undefined;
  }
  const found = [];
  for (const item of Array.isArray(value) ? value : [value]) {
    const text = textOf(item);
    if (text === undefined) {
      refuse(rejects);
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

/* Refuses the login, where the rule says so, for a value that cannot be used. */
function refuse(refusal, value) {
  if (refusal !== undefined) {
    throw new Error(value === undefined ? refusal : refusal + ', and this is ' + kindOf(value));
  }
}

function kindOf(value) {
  if (value === null) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  const kinds = { boolean: 'true or false', number: 'a number', string: 'a text' };
  return kinds[typeof value] || 'an object';
}
