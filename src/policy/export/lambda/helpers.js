/* The claim of that name: from the userinfo, or else from the id token. */
function claim(jwt, id_token, name) {
  return [own(jwt, name), own(id_token, name)].find((value) => !isMissing(value));
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

/* Cognito's user name, which its userinfo calls `username`. */
function cognitoUserName(jwt, id_token) {
  return claim(jwt, id_token, 'cognito:username') ?? claim(jwt, undefined, 'username');
}

/* The user's groups without those that Cognito makes itself, one for each outside provider. */
function assignedGroups(jwt, id_token) {
  const groups = textsOf(claim(jwt, id_token, 'cognito:groups'));
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
  const identities = identitiesOf(claim(jwt, id_token, 'identities'));
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

/* Digits as a number. */
function numberOf(value) {
  return typeof value === 'string' && /^[0-9]{1,15}$/.test(value) ? Number(value) : value;
}

/* An address in a text as an object. */
function addressOf(value) {
  return typeof value === 'string' ? { formatted: value } : value;
}

/* Custom attributes are texts, whatever they hold. */
function customOf(value) {
  return textOf(value) ?? value;
}

/* Whether the value, or an entry of the list, is one of these. */
function isOneOf(value, values) {
  return (Array.isArray(value) ? value : [value]).some((item) => values.includes(item));
}

/* The same, with the letters A to Z in any case. */
function isOneOfInAnyCase(value, values) {
  const folded = values.map(foldCase);
  return (Array.isArray(value) ? value : [value]).some((item) => folded.includes(foldCase(item)));
}

/* Whether the text, or a text in the list, passes the test. */
function someText(value, test) {
  const items = Array.isArray(value) ? value : [value];
  return items.some((item) => typeof item === 'string' && test(item));
}

/* Whether the text has this part, or the list this entry. */
function contains(value, part) {
  return Array.isArray(value) || typeof value === 'string' ? value.includes(part) : false;
}

/* The same, with the letters A to Z in any case; the part is in lower case. */
function containsInAnyCase(value, part) {
  return contains(Array.isArray(value) ? value.map(foldCase) : foldCase(value), part);
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

/* Whether a text is like a pattern: `*` is any characters, `?` is one. Only the latest star is tried again. */
function isLike(text, pattern) {
  const characters = Array.from(text);
  const wanted = Array.from(pattern);
  let [here, there, star, behind] = [0, 0, -1, 0];
  while (here < characters.length) {
    if (wanted[there] === '*') {
      star = there;
      behind = here;
      there += 1;
    } else if (wanted[there] === '?' || wanted[there] === characters[here]) {
      here += 1;
      there += 1;
    } else if (star >= 0) {
      behind += 1;
      here = behind;
      there = star + 1;
    } else {
      return false;
    }
  }
  return wanted.slice(there).every((character) => character === '*');
}

/* What a step gives that cannot use a value. */
const UNUSABLE = Symbol('unusable');

/* What a step makes of a value, or of each value in a list. */
function each(value, step, rejects) {
  if (value === undefined) {
    return undefined;
  }
  const results = (Array.isArray(value) ? value : [value]).map((item) => step(item));
  if (results.includes(UNUSABLE)) {
    refuse(rejects, value);
    return undefined;
  }
  const given = results.filter((result) => result !== undefined);
  return Array.isArray(value) ? given : given[0];
}

/* The same for a step that takes texts. */
function eachText(value, step, rejects) {
  return each(value, (item) => (typeof item === 'string' ? step(item) : UNUSABLE), rejects);
}

/* The same for a step that makes a list of a text. */
function eachList(value, step, rejects) {
  const lists = eachText(value, step, rejects);
  return lists && lists.flat();
}

function beforeLast(text, separator) {
  const place = text.lastIndexOf(separator);
  return place < 0 ? text : text.slice(0, place);
}

function after(text, separator) {
  const place = text.indexOf(separator);
  return place < 0 ? undefined : text.slice(place + separator.length);
}

function afterLast(text, separator) {
  const place = text.lastIndexOf(separator);
  return place < 0 ? undefined : text.slice(place + separator.length);
}

/* What the first group captures, or the whole match. */
function capture(text, expression) {
  const match = expression.exec(text);
  return match === null ? undefined : match[match.length > 1 ? 1 : 0];
}

/* The entries of a text such as `[a, b]`. */
function cognitoList(text) {
  const list = text.trim();
  const hasBrackets = list.startsWith('[') && list.endsWith(']');
  const entries = (hasBrackets ? list.slice(1, -1) : list).split(',');
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
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

function urlDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return UNUSABLE;
  }
}

function toText(value) {
  return textOf(value) ?? UNUSABLE;
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

/* The texts of these claims in one. Those that are missing are left out. */
function joinTexts(values, between, rejects) {
  const texts = values.filter((value) => value !== undefined).map((value) => textOf(value));
  if (texts.includes(undefined)) {
    refuse(rejects);
    return undefined;
  }
  return texts.length === 0 ? undefined : texts.join(between);
}

/* A list of texts in one. */
function joinList(value, between, rejects) {
  if (value === undefined || typeof value === 'string') {
    return value;
  }
  const texts = Array.isArray(value) ? value.map((item) => textOf(item)) : [undefined];
  if (texts.includes(undefined)) {
    refuse(rejects, value);
    return undefined;
  }
  return texts.join(between);
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

/* The value as a text, where it has one. */
function asText(value, rejects) {
  const text = textOf(value);
  if (text === undefined && !isMissing(value)) refuse(rejects);
  return text === '' ? undefined : text;
}

/* The value, where the field can hold it. */
function usable(value, fits, rejects) {
  const isUsable = !isMissing(value) && fits(value);
  if (!isUsable && !isMissing(value)) refuse(rejects);
  return isUsable ? value : undefined;
}

/* The value as a list of texts, where it is one, or a text alone. */
function asTexts(value, rejects) {
  if (isMissing(value)) {
    return undefined;
  }
  const texts = (Array.isArray(value) ? value : [value]).map((item) => textOf(item));
  const isUsable = texts.every((text) => !isMissing(text));
  if (!isUsable) refuse(rejects);
  return isUsable ? texts : undefined;
}

/* The value as a list of locales. */
function asLocales(value, rejects) {
  const texts = asTexts(value, rejects);
  return texts && texts.map((text) => text.replace(/-/g, '_'));
}

/* The value as a list of memberships of groups. */
function asMemberships(value, rejects) {
  const groups = asTexts(value, rejects);
  const isUsable = groups === undefined || groups.every((group) => isUuid(group));
  if (!isUsable) refuse(rejects);
  return groups && isUsable ? groups.map((groupId) => ({ groupId })) : undefined;
}

function isBoolean(value) {
  return typeof value === 'boolean';
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

/* Whether Java takes it as a URI. */
function isUri(value) {
  const form = /^(?:[^%"<>\\^`{|}\s\u0000-\u001f\u007f-\u009f]|%[0-9A-Fa-f]{2})*$/;
  return typeof value === 'string' && form.test(value.replace(/\ufeff/g, '-'));
}

function isUuid(value) {
  const form = /^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$/;
  return typeof value === 'string' && form.test(value);
}

/* Whether Java knows the time zone, or it is an offset such as `+02:00`. */
function isTimeZone(value) {
  if (typeof value !== 'string') {
    return false;
  }
  const place = value.indexOf('/') + 1;
  const names = own(TIME_ZONES, value.slice(0, place));
  const isKnown = names !== undefined && names.split(' ').includes(value.slice(place));
  return isKnown || /^(?:Z|(?:UTC|GMT|UT)?[+-](?:0?[0-9]|1[0-8])(?::[0-5][0-9])*)$/.test(value);
}

/* No value: FusionAuth itself keeps the field. */
function isNever() {
  return false;
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
