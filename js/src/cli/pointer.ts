// JSON Pointers, RFC 6901.

/** The keys and indices that `pointer` goes through, from the outermost inwards. */
export function stepsOf(pointer: string): string[] {
  const steps = pointer.split("/").slice(1);
  return steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The pointer to `step` inside the value that `pointer` names. */
export function below(pointer: string, step: string): string {
  return `${pointer}/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
