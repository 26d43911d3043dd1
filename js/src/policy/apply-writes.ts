// What a policy comes to, done to the objects that it was given.

import { failure, ReconcileKitError, reasonOf } from "../errors.js";
import type { PolicyWrite } from "../generated/policy-result.js";

type Fields = Record<string, unknown>;

/** Does the writes of one policy, whose paths are few and are taken apart once. */
export class Writer {
  readonly #paths = new Map<string, readonly string[]>();

  /**
   * Does `writes` to `user` and `registration`. Objects in between are made; a write without a value removes.
   *
   * @throws {ReconcileKitError} `policy-input` where the object does not let itself be changed.
   */
  apply(
    writes: readonly PolicyWrite[],
    user: object,
    registration: object | null | undefined,
  ): void {
    for (const write of writes) {
      try {
        const [root, ...steps] = this.#stepsOf(write.path);
        const object = root === "user" ? user : registration;
        if (object) put(object as Fields, steps, write);
      } catch (error) {
        throw notWritable(write.path, error);
      }
    }
  }

  #stepsOf(path: string): readonly string[] {
    let steps = this.#paths.get(path);
    if (!steps) {
      const [, ...escaped] = path.split("/");
      steps = escaped.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
      this.#paths.set(path, steps);
    }
    return steps;
  }
}

function notWritable(path: string, error: unknown): ReconcileKitError {
  const message = `the field cannot be written: ${reasonOf(error)}`;
  const help = "pass objects that can be changed, as FusionAuth passes them to a lambda";
  const problem = failure("policy-input", path, message, help);
  return new ReconcileKitError(problem, { cause: error });
}

function put(object: Fields, steps: string[], write: PolicyWrite): void {
  const isRemoval = !("value" in write);
  const last = steps.pop() ?? "";
  let inside = object;
  for (const step of steps) {
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
