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
