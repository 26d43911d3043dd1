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
