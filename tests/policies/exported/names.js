/*
 * Names
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 */

function reconcile(user, registration, jwt, id_token) {
  const givenName = claim(jwt.given_name, id_token?.given_name);
  const name = claim(jwt.name, id_token?.name);
  const familyName = claim(jwt.family_name, id_token?.family_name);
  const picture = claim(jwt.picture, id_token?.picture);

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

/* A claim: from the userinfo, or else from the id token. */
function claim(value, other) {
  return isMissing(value) ? present(other) : value;
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

function isMissing(value) {
  return value === undefined || value === null || value === '';
}

/* The text of a text, of a whole number, and of true and false. */
function textOf(value) {
  const hasText =
    typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value);
  return hasText ? String(value) : undefined;
}
