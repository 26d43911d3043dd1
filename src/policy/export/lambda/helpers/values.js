/* FusionAuth stamps what it stores. */
function isNew(object) {
  return object.insertInstant === undefined || object.insertInstant === null;
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

/* Refuses the login, where the rule says so, for a value that cannot be used. */
function refuse(refusal, value) {
  if (refusal !== undefined) {
    throw new Error(value === undefined ? refusal : refusal + ', and this is ' + kindOf(value));
  }
}

function kindOf(value) {
  if (value === null) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  const kinds = { boolean: 'true or false', number: 'a number', string: 'a text' };
  return kinds[typeof value] || 'an object';
}
