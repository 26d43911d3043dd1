// Finds its way by JSON Pointers in what a lambda was given and what it left.

/** Any JSON value. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [key: string]: Value };

/** A value that has no members, and where it is. */
export interface Leaf {
  readonly path: string;
  readonly value: Value;
}

/** Most leaves of one object that are looked at. */
const MOST_LEAVES = 200;

/** The value at `pointer` below `root`; `undefined` where there is none. */
export function read(root: object, pointer: string): Value | undefined {
  let value: unknown = root;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value as Value;
}

/** The pointer of a member. */
export function below(place: string, name: string): string {
  const isPlain = !name.includes("~") && !name.includes("/");
  return `${place}/${isPlain ? name : name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The leaves of `value`. A place in `ends` counts as one, whatever is there. */
export function leavesBelow(
  value: Value,
  path: string,
  ends: Readonly<Record<string, unknown>>,
  found: Leaf[] = [],
): readonly Leaf[] {
  if (found.length >= MOST_LEAVES) return found;
  if (typeof value !== "object" || value === null || ends[path] !== undefined) {
    found.push({ path, value });
    return found;
  }
  for (const [key, child] of Object.entries(value)) {
    leavesBelow(child, below(path, key), ends, found);
  }
  return found;
}
