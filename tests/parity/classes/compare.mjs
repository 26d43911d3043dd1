// What our JSON of an object says, beside what FusionAuth's class prints after reading it.
//
// They are the same when every field that ours gives is printed with the same value, and everything else that is printed
// is what the class prints of itself. Only this is taken for the same: keys in another order, a `null` and a field
// that is left out, and numbers of one value (`1`, `1.0`, `1e0`). Entries of lists are compared in order.

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What decides over more than itself: classes are chosen by `type`, applications print `active` by their `state`, and a
 * membership without a group is dropped.
 */
const DECISIVE = ["type", "state", "groupId"];

/** The object with its inner objects, and nothing else in them: of it, the class prints what it prints of itself. */
export function skeleton(value) {
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    if (DECISIVE.includes(name)) return [[name, inner]];
    if (isObject(inner)) return [[name, skeleton(inner)]];
    const isOfObjects = Array.isArray(inner) && inner.length > 0 && inner.every(isObject);
    return isOfObjects ? [[name, inner.map(skeleton)]] : [];
  });
  return Object.fromEntries(entries);
}

/** Every place where `ours` and `printed` differ; `bare` is what is printed of the skeleton of `ours`. */
export function differences(ours, printed, bare, pointer = "") {
  if (isObject(ours) && isObject(printed)) return ofObjects(ours, printed, bare, pointer);
  if (Array.isArray(ours) && Array.isArray(printed) && ours.length === printed.length) {
    return ours.flatMap((entry, index) =>
      differences(entry, printed[index], bare?.[index], `${pointer}/${index}`),
    );
  }
  return ours === printed ? [] : [{ pointer, ours, printed }];
}

function ofObjects(ours, printed, bare, pointer) {
  const names = new Set([...Object.keys(ours), ...Object.keys(printed)]);
  return [...names].sort().flatMap((name) => {
    const at = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const [our, its] = [ours[name] ?? undefined, printed[name] ?? undefined];
    if (our === undefined)
      return its === undefined || isSame(its, bare?.[name]) ? [] : [{ pointer: at, printed: its }];
    if (its === undefined) return [{ pointer: at, ours: our }];
    return differences(our, its, bare?.[name], at);
  });
}

/** Whether two values are the same, as `differences` means it. */
export function isSame(one, other) {
  if (one === undefined || other === undefined) return one === other;
  return differences(one, other, undefined).length === 0;
}
