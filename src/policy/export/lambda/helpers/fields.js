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
  const name = value.slice(place);
  if (names !== undefined && !name.includes(' ') && ` ${names} `.includes(` ${name} `)) {
    return true;
  }
  const minutes = '(?:(?::[0-5][0-9]){0,2}|(?:[0-5][0-9]){0,2})';
  const offset = `[+-](?:[0-9]|(?:0[0-9]|1[0-7])${minutes}|18(?:(?::00){0,2}|(?:00){0,2}))`;
  return new RegExp(`^(?:Z|UT|(?:UTC|GMT|UT)?${offset})$`).test(value);
}

function isUsernameStatus(value) {
  return ['ACTIVE', 'PENDING', 'REJECTED'].includes(value);
}

function isPasswordChangeReason(value) {
  return ['Administrative', 'Breached', 'Expired', 'Validation'].includes(value);
}

function isBreachedPasswordStatus(value) {
  const names = ['None', 'ExactMatch', 'SubAddressMatch', 'PasswordOnly', 'CommonPassword'];
  return names.includes(value);
}

/* No value: FusionAuth itself keeps the field. */
function isNever() {
  return false;
}
