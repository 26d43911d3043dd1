// JSON Pointers as people read them.

/** The keys that a pointer names. */
export function steps(pointer: string): string[] {
  const names = pointer.split("/").slice(1);
  return names.map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The pointer that goes on from `pointer` to `key`. */
export function below(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** `/idToken/cognito:groups/1` as `idToken.cognito:groups[1]`. */
export function dotted(pointer: string): string {
  const [first = "", ...rest] = steps(pointer);
  return rest.reduce(
    (shown, key) => (/^\d+$/.test(key) ? `${shown}[${key}]` : `${shown}.${key}`),
    first,
  );
}

/** Whether one of the two is the other, or lies inside of it. */
export function overlap(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}
