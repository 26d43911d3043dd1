/* The gates of the policy as a LoginValidation lambda, for FusionAuth 1.53.3 and newer. */

/* Put the ids of identity providers here to judge only their logins. While it is empty, all are judged. */
const PROVIDERS = [];

function validate(result, user, registration, context) {
  /* A login without an identity provider, such as one with a password, is not judged. */
  const provider = context && context.identityProvider;
  if (!provider || (PROVIDERS.length > 0 && !PROVIDERS.includes(provider.id))) {
    return;
  }

  /* Gate exists */
  if (!isThere(user.data?.a)) {
    refuse(result, 'exists', 'the policy\'s gate `exists` refuses this login');
    return;
  }

  /* Gate equals */
  if (!passes(user.data?.equals, (entry) => entry === 5)) {
    refuse(result, 'equals', 'the policy\'s gate `equals` refuses this login');
    return;
  }

  /* Gate in */
  if (!passes(lower(user.data?.in), (entry) => ['x', 5, true].includes(entry))) {
    refuse(result, 'in', 'the policy\'s gate `in` refuses this login');
    return;
  }

  /* Gate contains */
  if (!contains(lower(user.data?.contains), 'min')) {
    refuse(result, 'contains', 'the policy\'s gate `contains` refuses this login');
    return;
  }

  /* Gate starts */
  if (!textPasses(user.data?.starts, (text) => text.startsWith('app-'))) {
    refuse(result, 'starts', 'the policy\'s gate `starts` refuses this login');
    return;
  }

  /* Gate ends */
  if (!textPasses(lower(user.data?.ends), (text) => text.endsWith('-x'))) {
    refuse(result, 'ends', 'the policy\'s gate `ends` refuses this login');
    return;
  }

  /* Gate glob */
  if (!textPasses(user.data?.glob, (text) => isLike(text, 'a*b?c'))) {
    refuse(result, 'glob', 'the policy\'s gate `glob` refuses this login');
    return;
  }

  /* Gate matches */
  if (!textPasses(user.data?.matches, (text) => /^\u0023{2}[\/@]\d$/u.test(text))) {
    refuse(result, 'matches', 'the policy\'s gate `matches` refuses this login');
    return;
  }

  /* Gate nested */
  if (!(!(isThere(user.data?.n) && passes(user.data?.n, (entry) => entry === 'no'))
    && (!isThere(user.data?.n)
      || textPasses(user.data?.n, (text) => text.startsWith('yes, this one is meant')))
    && (!isThere(user.data?.n) || textPasses(user.data?.n, (text) => text.endsWith('!'))))) {
    refuse(result, 'nested', 'the policy\'s gate `nested` refuses this login');
    return;
  }

  /* Gate inherited */
  if (isThere(inside(user.data, ['constructor']))) {
    refuse(result, 'inherited', 'the policy\'s gate `inherited` refuses this login');
    return;
  }

  /* Gate deep */
  if (!textPasses(lower(inside(user.data, ['deep', 'er'])), (text) => text.endsWith('@example.com'))) {
    refuse(result, 'deep', 'the policy\'s gate `deep` refuses this login');
    return;
  }
}

/* FusionAuth refuses a login that has errors. A text for the code in the theme goes before the message. */
function refuse(result, code, message) {
  result.errors.generalErrors = [{ code: code, message: message }];
}

/* Whether a value is there: null and an empty text are none. */
function isThere(value) {
  return value !== undefined && value !== null && value !== '';
}

/* Whether a value passes a test. A list does when one of its entries does. */
function passes(value, test) {
  return Array.isArray(value) ? value.some((entry) => test(entry)) : isThere(value) && test(value);
}

/* The same for a test that only a text can pass. */
function textPasses(value, test) {
  return passes(value, (entry) => typeof entry === 'string' && test(entry));
}

/* Whether a list has this entry, or a text this part. */
function contains(value, part) {
  return (Array.isArray(value) || typeof value === 'string') && value.includes(part);
}

/* Whether a text is like a pattern, in which * stands for any characters and ? for one. */
function isLike(text, pattern) {
  const characters = Array.from(text);
  const signs = Array.from(pattern);
  let character = 0;
  let sign = 0;
  let star = -1;
  let behind = 0;
  while (character < characters.length) {
    if (signs[sign] === '*') {
      star = sign;
      behind = character;
      sign += 1;
    } else if (sign < signs.length && (signs[sign] === '?' || signs[sign] === characters[character])) {
      character += 1;
      sign += 1;
    } else if (star < 0) {
      return false;
    } else {
      behind += 1;
      character = behind;
      sign = star + 1;
    }
  }
  return signs.slice(sign).every((rest) => rest === '*');
}

/* A text with small letters for A to Z, or a list of such texts. */
function lower(value) {
  if (Array.isArray(value)) {
    return value.map((entry) => lower(entry));
  }
  return typeof value === 'string'
    ? value.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    : value;
}

/* What an object has at these keys. What every object inherits, such as a constructor, is none of it. */
function inside(object, keys) {
  return keys.reduce(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.prototype.hasOwnProperty.call(value, key)
        ? value[key]
        : undefined,
    object,
  );
}
