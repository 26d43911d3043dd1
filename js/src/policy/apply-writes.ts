// What a policy comes to, done to the objects that it was given.

import { failure, ReconcileKitError, reasonOf } from "../errors.js";
import type { PolicyWrite } from "../generated/policy-result.js";

type Fields = Record<string, unknown>;

/**
 * Does `writes` to `user` and `registration`. Objects in between are made; a write without a value removes.
 *
 * @throws {ReconcileKitError} `policy-input` where the object does not let itself be changed.
 */
export function applyWrites(
  writes: readonly PolicyWrite[],
  user: object,
  registration: object | null | undefined,
): void {
  for (const write of writes) {
    try {
      const [, root, ...steps] = write.path.split("/");
      const object = root === "user" ? user : registration;
      if (object) put(object as Fields, steps.map(unescaped), write);
    } catch (error) {
      const message = `the field cannot be written: ${reasonOf(error)}`;
      const help = "pass objects that can be changed, as FusionAuth passes them to a lambda";
      const problem = failure("policy-input", write.path, message, help);
      throw new ReconcileKitError(problem, { cause: error });
    }
  }
}

/** A step of a JSON Pointer as the key that it means. */
function unescaped(step: string): string {
  return step.includes("~") ? step.replaceAll("~1", "/").replaceAll("~0", "~") : step;
}

function put(object: Fields, steps: readonly string[], write: PolicyWrite): void {
  const isRemoval = !("value" in write);
  const path = [...steps];
  const last = path.pop() ?? "";
  let inside = object;
  for (const step of path) {
    const next = Object.hasOwn(inside, step) ? inside[step] : undefined;
    if (isFields(next)) inside = next;
    else if (isRemoval) return;
    else inside = assign(inside, step, {});
  }
  if (!isRemoval) assign(inside, last, write.value);
  else if (Object.hasOwn(inside, last)) delete inside[last];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Sets an own property. A plain assignment would call what a prototype has under that name. */
function assign<T>(object: Fields, key: string, value: T): T {
  if (key in object && !Object.hasOwn(object, key)) {
    const property = { value, writable: true, enumerable: true, configurable: true };
    Object.defineProperty(object, key, property);
  } else object[key] = value;
  return value;
}
