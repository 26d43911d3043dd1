/* Makes a list of what it keeps and what it is given, each entry once. */
function setList(object, field, given, keeps) {
  const stored = object[field];
  const kept = keeps && Array.isArray(stored) ? stored : [];
  const list = Array.from(new Set(kept.concat(given)));
  if (list.length > 0 || stored !== undefined) {
    object[field] = list;
  }
}

/* The same for memberships, of which there is one for each group. */
function setMemberships(object, field, given, keeps) {
  const stored = object[field];
  const kept = keeps && Array.isArray(stored) ? stored : [];
  const list = [];
  for (const entry of kept.concat(given)) {
    const group = own(entry, 'groupId');
    const isThere =
      typeof group === 'string' && list.some((other) => own(other, 'groupId') === group);
    if (!isThere && !list.includes(entry)) {
      list.push(entry);
    }
  }
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
