/*
 * A tidy profile
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 */

function reconcile(user, registration, jwt, id_token) {
  const department = customOf(claim(jwt, id_token, 'custom:department'));
  const employee = customOf(claim(jwt, id_token, 'custom:employee'));
  const givenName = claim(jwt, id_token, 'given_name');
  const picture = claim(jwt, id_token, 'picture');
  const familyName = claim(jwt, id_token, 'family_name');
  const mobile = customOf(claim(jwt, id_token, 'custom:mobile'));

  let departmentValue = eachText(department, (text) => text.trim());
  departmentValue = eachText(departmentValue, (text) => text.toLowerCase());
  departmentValue = eachText(departmentValue, (text) => text.split(' ').join('-'));
  departmentValue = present(departmentValue);
  if (departmentValue !== undefined) {
    put(user, ['data', 'department'], departmentValue);
  }

  let personnelNumber = eachText(employee, (text) => capture(text, /^[A-Z]{2}-([0-9]{4,6})$/u));
  personnelNumber = present(personnelNumber);
  if (personnelNumber !== undefined) {
    put(user, ['data', 'personnelNumber'], personnelNumber);
  }

  let firstName = eachText(givenName, urlDecode);
  firstName = eachText(firstName, (text) => text.trim());
  firstName = asText(firstName);
  if (firstName !== undefined) {
    user.firstName = firstName;
  }

  let imageUrl = eachText(picture, (text) => text.split('?')[0]);
  imageUrl = usable(imageUrl, isUri);
  if (imageUrl !== undefined) {
    user.imageUrl = imageUrl;
  }

  let lastName = eachText(familyName, urlDecode);
  lastName = eachText(lastName, (text) => text.trim());
  lastName = asText(lastName);
  if (lastName !== undefined) {
    user.lastName = lastName;
  }

  let mobilePhone = eachText(mobile, (text) => text.split(' ').join(''));
  mobilePhone = eachText(mobilePhone, (text) => text.split('(0)').join(''));
  mobilePhone = asText(mobilePhone);
  if (mobilePhone !== undefined) {
    user.mobilePhone = mobilePhone;
  }
}

/* The claim of that name: from the userinfo, or else from the id token. */
function claim(jwt, id_token, name) {
  const value = own(jwt, name);
  return isMissing(value) ? present(own(id_token, name)) : value;
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
  const results = (Array.isArray(value) ? value : [value]).map((item) => step(item));
  if (results.includes(UNUSABLE)) {
    return undefined;
  }
  const given = results.filter((result) => result !== undefined);
  return Array.isArray(value) ? given : given[0];
}

/* The same for a step that takes texts. */
function eachText(value, step) {
  return each(value, (item) => (typeof item === 'string' ? step(item) : UNUSABLE));
}

/* What the first group captures, or the whole match. */
function capture(text, expression) {
  const match = expression.exec(text);
  return match === null ? undefined : match[match.length > 1 ? 1 : 0];
}

function urlDecode(text) {
  try {
    return decodeURIComponent(text);
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

/* Whether Java takes it as a URI. */
function isUri(value) {
  const one =
    "[-\\w.!~*'()]|%[0-9A-Fa-f]{2}|[^\\0-\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
  const name = `(?:${one}|[$,;:@&=+])+`;
  const path = `(?:${one}|[:@&=+$,;/])*`;
  const any = `(?:${one}|[:@&=+$,;/?[\\]])`;
  const place = `(?://(?:${name}(?:/${path})?|(?=[/?#])${path})|(?!//)${path})(?:\\?${any}*)?`;
  const scheme = '[A-Za-z][A-Za-z0-9+.-]*:';
  const form = `^(?:${scheme}(?=/)${place}|${scheme}(?!/)${any}+|(?![^:/?#]*:)${place})(?:#${any}*)?$`;
  return typeof value === 'string' && new RegExp(form).test(value);
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
