/*
 * Google through Cognito
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 * It is written for the linking strategy LinkByEmail.
 */

function reconcile(user, registration, jwt, id_token) {
  const providerName = primaryIdentity(jwt, id_token, 'providerName');
  const providerSubject = primaryIdentity(jwt, id_token, 'userId');
  const givenName = claim(jwt.given_name, id_token?.given_name);
  const picture = claim(jwt.picture, id_token?.picture);
  const familyName = claim(jwt.family_name, id_token?.family_name);
  const locale = claim(jwt.locale, id_token?.locale);

  /* google-id */
  if (isOneOf(providerName, ['Google'])) {
    const id = providerSubject;
    if (id !== undefined) {
      put(user, ['data', 'google', 'id'], id);
    }
  }

  /* signs-in-with */
  putInto(user, 'data', 'signsInWith', providerName ?? 'Cognito');

  const firstName = asText(givenName);
  if (firstName !== undefined) {
    user.firstName = firstName;
  }

  /* picture */
  if (isOneOf(providerName, ['Google'])) {
    const imageUrl = usable(picture, isUri);
    if (imageUrl !== undefined) {
      user.imageUrl = imageUrl;
    }
  }

  const lastName = asText(familyName);
  if (lastName !== undefined) {
    user.lastName = lastName;
  }

  /* languages */
  let preferredLanguages = eachText(locale, localeOf);
  preferredLanguages = asLocales(preferredLanguages);
  setList(user, 'preferredLanguages', preferredLanguages ?? [], true);
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

/* What Java takes as a URI. */
function uriForm() {
  const one =
    "[-\\w.!~*'()]|%[0-9A-Fa-f]{2}|[^\\0-\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
  const name = `(?:${one}|[$,;:@&=+])+`;
  const path = `(?:${one}|[:@&=+$,;/])*`;
  const any = `(?:${one}|[:@&=+$,;/?[\\]])`;
  const place = `(?://(?:${name}(?:/${path})?|(?=[/?#])${path})|(?!//)${path})(?:\\?${any}*)?`;
  const scheme = '[A-Za-z][A-Za-z0-9+.-]*:';
  const form = `^(?:${scheme}(?=/)${place}|${scheme}(?!/)${any}+|(?![^:/?#]*:)${place})(?:#${any}*)?$`;
  return new RegExp(form);
}

/* Whether Java takes it as a URI. Most are plain, and need no long look. */
function isUri(value) {
  const plain = /^https?:\/\/[\w.-]+(?::[0-9]+)?(?:\/[\w.~/-]*)?(?:\?[\w.~/=&-]*)?$/;
  return typeof value === 'string' && (plain.test(value) || uriForm().test(value));
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
