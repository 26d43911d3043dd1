/*
 * A policy: its gates, as a LoginValidation lambda for FusionAuth 1.53.3 and newer.
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 */

/* Put ids of identity providers here to judge only their logins. While it is empty, all are judged. */
const PROVIDERS = [];

function validate(result, user, registration, context) {
  /* A login without an identity provider, such as one with a password, is not judged. */
  const provider = context.identityProvider;
  if (!provider || (PROVIDERS.length > 0 && !PROVIDERS.includes(provider.id))) {
    return;
  }
  const a = at(user.data, ['a']);
  const equals = at(user.data, ['equals']);
  const inClaim = at(user.data, ['in']);
  const containsClaim = at(user.data, ['contains']);
  const starts = at(user.data, ['starts']);
  const ends = at(user.data, ['ends']);
  const glob = at(user.data, ['glob']);
  const matches = at(user.data, ['matches']);
  const n = at(user.data, ['n']);
  const c = at(user.data, ['constructor']);
  const d = at(user.data, ['deep', 'er']);
  /* exists */
  if (a === undefined) {
    deny(result, 'exists', 'the policy\'s gate `exists` refuses this login');
    return;
  }
  /* equals */
  if (!isOneOf(equals, [5])) {
    deny(result, 'equals', 'the policy\'s gate `equals` refuses this login');
    return;
  }
  /* in */
  if (!isOneOfInAnyCase(inClaim, ['x', 5, true])) {
    deny(result, 'in', 'the policy\'s gate `in` refuses this login');
    return;
  }
  /* contains */
  if (!containsInAnyCase(containsClaim, 'min')) {
    deny(result, 'contains', 'the policy\'s gate `contains` refuses this login');
    return;
  }
  /* starts */
  if (!someText(starts, (text) => text.startsWith('app-'))) {
    deny(result, 'starts', 'the policy\'s gate `starts` refuses this login');
    return;
  }
  /* ends */
  if (!someText(ends, (text) => foldCase(text).endsWith('-x'))) {
    deny(result, 'ends', 'the policy\'s gate `ends` refuses this login');
    return;
  }
  /* glob */
  if (!someText(glob, (text) => isLike(text, 'a*b?c'))) {
    deny(result, 'glob', 'the policy\'s gate `glob` refuses this login');
    return;
  }
  /* matches */
  if (!someText(matches, (text) => new RegExp('^#\u007b2}[/@]\\d$', 'u').test(text))) {
    deny(result, 'matches', 'the policy\'s gate `matches` refuses this login');
    return;
  }
  /* nested */
  if (
    (n !== undefined && isOneOf(n, ['no'])) ||
    (n !== undefined && !someText(n, (text) => text.startsWith('yes, this one is meant'))) ||
    (n !== undefined && !someText(n, (text) => text.endsWith('!')))
  ) {
    deny(result, 'nested', 'the policy\'s gate `nested` refuses this login');
    return;
  }
  /* inherited */
  if (c !== undefined) {
    deny(result, 'inherited', 'the policy\'s gate `inherited` refuses this login');
    return;
  }
  /* deep */
  if (!someText(d, (text) => isOfDomain(text, ['example.com']))) {
    deny(result, 'deep', 'the policy\'s gate `deep` refuses this login');
    return;
  }
}

/* FusionAuth refuses a login with errors. Where the theme has a text for the code, it shows that. */
function deny(result, code, message) {
  result.errors.generalErrors = [{ code: code, message: message }];
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

/* Whether the value, or an entry of the list, is one of these. */
function isOneOf(value, values) {
  return Array.isArray(value)
    ? value.some((item) => values.includes(item))
    : values.includes(value);
}

/* The same, with the letters A to Z in any case. */
function isOneOfInAnyCase(value, values) {
  const folded = values.map(foldCase);
  return (Array.isArray(value) ? value : [value]).some((item) => folded.includes(foldCase(item)));
}

/* Whether the text, or a text in the list, passes the test. */
function someText(value, test) {
  if (typeof value === 'string') {
    return test(value);
  }
  return Array.isArray(value) && value.some((item) => typeof item === 'string' && test(item));
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

function isMissing(value) {
  return value === undefined || value === null || value === '';
}

/* A property of the object itself: a name such as `constructor` finds nothing else. */
function own(object, name) {
  const hasProperties = typeof object === 'object' && object !== null;
  return hasProperties && Object.prototype.hasOwnProperty.call(object, name)
    ? object[name]
    : undefined;
}
