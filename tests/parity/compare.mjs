// Where two JSON texts differ.

/** Each place with both values: as `quickjs` and `graaljs`, or as they are named. */
export function differing(one, other, names = "engines") {
  const [first, second] = names === "core" ? ["lambda", "core"] : ["quickjs", "graaljs"];
  const found = [];
  walk(JSON.parse(one), JSON.parse(other), "", (pointer, a, b) => {
    found.push({ pointer, [first]: a, [second]: b });
  });
  // The same values, in another order or with other numbers beyond 2^53.
  if (found.length === 0 && one !== other)
    found.push({ pointer: "", [first]: one, [second]: other });
  return found;
}

function walk(one, other, pointer, tell) {
  if (Object.is(one, other)) return;
  if (!isBranch(one) || !isBranch(other) || Array.isArray(one) !== Array.isArray(other)) {
    tell(pointer, one, other);
    return;
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const key of keys) {
    const step = key.replaceAll("~", "~0").replaceAll("/", "~1");
    walk(one[key], other[key], `${pointer}/${step}`, tell);
  }
  if (
    Object.keys(one).join() !== Object.keys(other).join() &&
    Object.keys(one).length === keys.size
  ) {
    tell(`${pointer}/`, Object.keys(one), Object.keys(other));
  }
}

function isBranch(value) {
  return typeof value === "object" && value !== null;
}
