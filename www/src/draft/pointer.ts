// JSON Pointers (RFC 6901): how the core says where something is.

/** The keys and indices that a pointer names, as texts. */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A key as a pointer writes it. */
export function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The pointer of keys and indices. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((step) => `/${escaped(String(step))}`).join("");
}
