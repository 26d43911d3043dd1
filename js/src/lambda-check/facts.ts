// Questions about what the core says of a lambda.

import type { Field, LambdaFacts } from "../lambda-facts.js";

export type * from "../lambda-facts.js";

/** The field that a write to `root` and `name` is about. */
export function fieldOf(facts: LambdaFacts, root: string, name: string): Field | undefined {
  const fields =
    root === "/user"
      ? facts.fields.user
      : root === "/registration"
        ? facts.fields.registration
        : undefined;
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Whether the lambda is given what stands at `place`. */
export function isGiven(facts: LambdaFacts, place: string): boolean {
  return facts.parameters.some((parameter) => parameter.place === place);
}

/** How FusionAuth's documentation writes the function. */
export function signatureOf({ parameters }: LambdaFacts): string {
  return `function reconcile(${parameters.map(({ name }) => name).join(", ")})`;
}
