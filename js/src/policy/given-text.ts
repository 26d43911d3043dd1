// The JSON text of what a policy is given. Of a token's many claims only those are printed that the policy reads,
// because printing is most of the time that a call takes.

import { failure, ReconcileKitError, reasonOf } from "../errors.js";
import type { PolicyInput } from "./types.js";

/** The names of the claims and fields that a policy reads, as the core says them. */
export interface Wanted {
  readonly user: readonly string[];
  readonly registration: readonly string[];
  readonly jwt: readonly string[];
  readonly id_token: readonly string[];
}

/** A name, and how a JSON text has it as a key. */
type Key = readonly [name: string, text: string];

/** Prints what one policy is given. */
export class GivenText {
  readonly #user: readonly Key[];
  readonly #registration: readonly Key[];
  readonly #jwt: readonly Key[];
  readonly #idToken: readonly Key[];

  constructor(wanted: Wanted) {
    this.#user = keys(wanted.user);
    this.#registration = keys(wanted.registration);
    this.#jwt = keys(wanted.jwt);
    this.#idToken = keys(wanted.id_token);
  }

  /**
   * The text of `given`. Whether that is something that a policy can be run on, the core says.
   *
   * @throws {ReconcileKitError} `not-json` for a getter that throws, a cycle, a BigInt.
   */
  of(given: PolicyInput): string {
    try {
      if (!isObject(given)) return JSON.stringify(given) ?? "null";
      const user = printed(given.user, this.#user);
      const registration = printed(given.registration, this.#registration);
      const jwt = printed(given.jwt, this.#jwt);
      const idToken = printed(given.id_token, this.#idToken);
      return `{"user":${user},"registration":${registration},"jwt":${jwt},"id_token":${idToken}}`;
    } catch (error) {
      const help = "pass plain values: no cycle, no BigInt, and no getter that throws";
      const message = `what the policy is given cannot be written as JSON: ${reasonOf(error)}`;
      throw new ReconcileKitError(failure("not-json", "", message, help), { cause: error });
    }
  }
}

function keys(names: readonly string[]): Key[] {
  return names.map((name) => [name, `${JSON.stringify(name)}:`]);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The wanted properties of `object`. They have to be its own: a prototype's are no claims. */
function printed(object: unknown, wanted: readonly Key[]): string {
  if (object === undefined) return "null";
  // What is no object is refused by the core, which says so. A function has no text.
  if (!isObject(object)) return JSON.stringify(object) ?? "false";
  let text = "{";
  for (const [name, key] of wanted) {
    if (!Object.hasOwn(object, name)) continue;
    const value = JSON.stringify((object as Record<string, unknown>)[name]);
    if (value !== undefined) text += text === "{" ? key + value : `,${key}${value}`;
  }
  return `${text}}`;
}
