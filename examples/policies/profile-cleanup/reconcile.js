/*
 * A tidy profile
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 */

function reconcile(user, registration, jwt, id_token) {
  const department = customOf(claim(jwt['custom:department'], id_token?.['custom:department']));
  const employee = customOf(claim(jwt['custom:employee'], id_token?.['custom:employee']));
  const givenName = claim(jwt.given_name, id_token?.given_name);
  const picture = claim(jwt.picture, id_token?.picture);
  const familyName = claim(jwt.family_name, id_token?.family_name);
  const mobile = customOf(claim(jwt['custom:mobile'], id_token?.['custom:mobile']));

  let departmentValue = eachText(department, (text) => text.trim());
  departmentValue = eachText(departmentValue, (text) => text.toLowerCase());
  departmentValue = eachText(departmentValue, (text) => text.split(' ').join('-'));
  departmentValue = present(departmentValue);
  if (departmentValue !== undefined) {
    putInto(user, 'data', 'department', departmentValue);
  }

  let personnelNumber = eachText(employee, (text) => capture(text, /^[A-Z]{2}-([0-9]{4,6})$/u));
  personnelNumber = present(personnelNumber);
  if (personnelNumber !== undefined) {
    putInto(user, 'data', 'personnelNumber', personnelNumber);
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

/* A claim: from the userinfo, or else from the id token. */
function claim(value, other) {
  return isMissing(value) ? present(other) : value;
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
