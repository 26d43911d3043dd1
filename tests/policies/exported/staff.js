/*
 * Staff of Example Ltd
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 * It is written for the linking strategy LinkByEmail.
 */

const ROLES_OF_GROUPS = {
  admins: ['admin', 'editor'],
  staff: 'viewer',
};

const MEMBERSHIPS_OF_GROUPS = {
  staff: '00000000-0000-0000-0000-00000000000a',
};

function reconcile(user, registration, jwt, id_token) {
  const emailVerified = booleanOf(claim(jwt.email_verified, id_token?.email_verified));
  const email = claim(jwt.email, id_token?.email);
  const groups = assignedGroups(jwt, id_token);
  const providerName = primaryIdentity(jwt, id_token, 'providerName');
  const preferredUsername = claim(jwt.preferred_username, id_token?.preferred_username);
  const username = cognitoUserName(jwt, id_token);
  const birthdate = claim(jwt.birthdate, id_token?.birthdate);
  const team = customOf(claim(jwt['custom:team'], id_token?.['custom:team']));
  const locale = claim(jwt.locale, id_token?.locale);
  const isNewUser = isNew(user);

  /* verified e-mail address */
  if (!isOneOf(emailVerified, [true])) {
    throw new Error('email-not-verified: Please verify your e-mail address first.');
  }
  if (
    !someText(email, (text) => isOfDomain(text, ['example.com', 'example.org'])) &&
    !someText(groups, (text) => foldCase(text).startsWith('contractors-')) &&
    (isNewUser || !isOneOf(providerName, ['Okta']))
  ) {
    throw new Error('not-staff: the policy\'s gate `gate-2` refuses this login');
  }

  if (registration) {
    let roles = [];
    let keepsRoles = false;
    let newRoles = lookUp(inList(groups), ROLES_OF_GROUPS);
    newRoles = asTexts(newRoles);
    roles = roles.concat(newRoles ?? []);
    if (newRoles === undefined) {
      keepsRoles = true;
    }
    /* guests of partners */
    if (groups === undefined) {
      roles = roles.concat(['guest']);
    }
    setList(registration, 'roles', roles, keepsRoles);

    const usernameValue = asText(preferredUsername ?? username);
    if (usernameValue === undefined) {
      throw new Error('registration.username: the rule `registration.username` refuses the login: it gives no value');
    }
    registration.username = usernameValue;
  }

  if (isEmpty(user.birthDate)) {
    let birthDate = eachText(birthdate, dayOf);
    birthDate = usable(birthDate, isDay);
    if (birthDate !== undefined) {
      user.birthDate = birthDate;
    }
  }

  let teamValue = eachText(team, (text) => text.trim());
  teamValue = eachText(teamValue, (text) => text.toLowerCase());
  teamValue = eachText(teamValue, (text) => after(text, 'team-'));
  teamValue = present(teamValue) ?? null;
  putInto(user, 'data', 'team', teamValue);

  let memberships = [];
  let keepsMemberships = false;
  if (isNewUser) {
    let newMemberships = lookUp(inList(groups), MEMBERSHIPS_OF_GROUPS);
    newMemberships = asMemberships(newMemberships);
    memberships = memberships.concat(newMemberships ?? []);
    if (newMemberships === undefined) {
      keepsMemberships = true;
    }
  } else {
    keepsMemberships = true;
  }
  setMemberships(user, 'memberships', memberships, keepsMemberships);

  let preferredLanguages = eachText(locale, localeOf);
  preferredLanguages = asLocales(preferredLanguages);
  setList(user, 'preferredLanguages', preferredLanguages ?? [], true);
}

/* A claim: from the userinfo, or else from the id token. */
function claim(value, other) {
  return isMissing(value) ? present(other) : value;
}

/* Cognito's user name, which its userinfo calls `username`. */
function cognitoUserName(jwt, id_token) {
  return (
    claim(own(jwt, 'cognito:username'), id_token?.['cognito:username']) ?? present(jwt.username)
  );
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

/* `[a b]` as a list. */
function textsOf(value) {
  if (typeof value !== 'string') {
    return value;
  }
  return value.split(/[\s,"[\]]/).filter((word) => word !== '');
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

function after(text, separator) {
  const place = text.indexOf(separator);
  return place < 0 ? undefined : text.slice(place + separator.length);
}

/* `en_US` of `en-us`. A script in between is left out. */
function localeOf(text) {
  const form = /^([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?$/;
  const match = form.exec(text);
  if (match === null) {
    return UNUSABLE;
  }
  const language = match[1].toLowerCase();
  return match[2] === undefined ? language : language + '_' + match[2].toUpperCase();
}

/* `YYYY-MM-DD` of that, of `MM/DD/YYYY` or of a year. The year 0000 says that it is not known. */
function dayOf(text) {
  let day = text.replace(/^([0-9]{2})\/([0-9]{2})\/([0-9]{4})$/, '$3-$1-$2');
  if (/^[0-9]{4}$/.test(text)) {
    day = text + '-01-01';
  }
  if (!isDay(day)) {
    return UNUSABLE;
  }
  return day.startsWith('0000') ? undefined : day;
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

/* The value as a text, where it has one. */
function asText(value) {
  const text = textOf(value);
  return text === '' ? undefined : text;
}

/* The value, where the field can hold it. */
function usable(value, fits) {
  const isUsable = !isMissing(value) && fits(value);
  return isUsable ? value : undefined;
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

/* The value as a list of locales. */
function asLocales(value) {
  const texts = asTexts(value);
  return texts && texts.map((text) => text.replace(/-/g, '_'));
}

/* The value as a list of memberships of groups. */
function asMemberships(value) {
  const groups = asTexts(value);
  const isUsable = groups === undefined || groups.every((group) => isUuid(group));
  return groups && isUsable ? groups.map((groupId) => ({ groupId })) : undefined;
}

/* Whether it is a day of the calendar, `YYYY-MM-DD`. */
function isDay(value) {
  const match = typeof value === 'string' && /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value);
  if (!match) {
    return false;
  }
  const [year, month, day] = match.slice(1).map(Number);
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

function isUuid(value) {
  const form = /^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$/;
  return typeof value === 'string' && form.test(value);
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

/* The same for memberships, of which there is one for each group. */
function setMemberships(object, field, given, keeps) {
  const stored = object[field];
  const kept = keeps && Array.isArray(stored) ? stored : [];
  const list = [];
  for (const entry of kept.concat(given)) {
    const group = own(entry, 'groupId');
    const isThere =
      typeof group === 'string' && list.some((other) => own(other, 'groupId') === group);
    if (!isThere && !list.includes(entry)) {
      list.push(entry);
    }
  }
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
