/* What a step gives that cannot use a value. */
const UNUSABLE = Symbol('unusable');

/* What a step makes of a value, or of each value in a list. */
function each(value, step, rejects) {
  if (value === undefined) {
    return undefined;
  }
  const isList = Array.isArray(value);
  const result = isList ? value.map((item) => step(item)) : step(value);
  if (isList ? result.includes(UNUSABLE) : result === UNUSABLE) {
    refuse(rejects, value);
    return undefined;
  }
  return isList ? result.filter((item) => item !== undefined) : result;
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

/* A value alone as a list: what a table leaves out of that adds nothing, and is not missing. */
function inList(value) {
  return value === undefined || Array.isArray(value) ? value : [value];
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
