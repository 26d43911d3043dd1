// What is refused, in GraalJS's words.

/** A question that is answered with an error. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly type: "RangeError" | "TypeError" = "RangeError",
  ) {
    super(message);
  }
}

/** The error that the realm is told of. */
export function refusalOf(error: unknown): { readonly message: string; readonly type: string } {
  if (error instanceof Refused) return error;
  const type = error instanceof TypeError ? "TypeError" : "RangeError";
  return { message: error instanceof Error ? error.message : String(error), type };
}

/** What `make` gives; where the host refuses, so does this, with `message`. */
export function orRefuse<T>(make: () => T, message: string): T {
  try {
    return make();
  } catch {
    throw new Refused(message);
  }
}
