/*
 * Names
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 */

function reconcile(user, registration, jwt, id_token) {
  const givenName = claim(jwt, id_token, 'given_name');
  const name = claim(jwt, id_token, 'name');
  const familyName = claim(jwt, id_token, 'family_name');
  const picture = claim(jwt, id_token, 'picture');

  const firstName = asText(givenName);
  if (firstName !== undefined) {
    user.firstName = firstName;
  }

  let fullName = asText(name);
  if (fullName === undefined) {
    fullName = joinTexts([givenName, familyName], ' ');
    fullName = asText(fullName);
  }
  if (fullName !== undefined) {
    user.fullName = fullName;
  }

  const imageUrl = usable(picture, isUri);
  if (imageUrl !== undefined) {
    user.imageUrl = imageUrl;
  }

  const lastName = asText(familyName);
  if (lastName !== undefined) {
    user.lastName = lastName;
  }
}

/* The claim of that name: from the userinfo, or else from the id token. */
function claim(jwt, id_token, name) {
  const value = own(jwt, name);
  return isMissing(value) ? present(own(id_token, name)) : value;
}

/* The texts of these claims in one. Those that are missing are left out. */
function joinTexts(values, between) {
  const texts = values.filter((value) => value !== undefined).map((value) => textOf(value));
  if (texts.includes(undefined)) {
    return undefined;
  }
  return texts.length === 0 ? undefined : texts.join(between);
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

function isMissing(value) {
  return value === undefined || value === null || value === '';
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
