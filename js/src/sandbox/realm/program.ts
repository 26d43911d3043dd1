// A lambda's program and its run: what the host asks for, and what it is told.

import { answerOf } from "./answer.js";
import { assumeWarn, keepDebug } from "./console.js";
import { failed, failedWith, messageOf } from "./failure.js";
import { answerFrom } from "./fetch.js";
import { note, placedByHost } from "./notes.js";
import { all, isLeft, type Observed, observed } from "./observed.js";
import {
  apply,
  bare,
  evaluate,
  install,
  own,
  parse,
  realm,
  setPrototypeOf,
  stringify,
} from "./primordials.js";

let reconcile: unknown;
let secrets: object = {};
const services = {};
const access = {};
install(access, "get", (name: unknown) =>
  typeof name === "string" ? own(secrets, name) : undefined,
);
install(services, "secrets", access);

/** Takes what belongs to a lambda beside its text. The host evaluates the text itself, as a script. */
export function take(program: string): string {
  const given = parse(program) as object;
  keepDebug(own(given, "debug") === true);
  answerFrom(own(given, "fetch"));
  secrets = (own(given, "secrets") ?? {}) as object;
  const placed = (own(given, "placed") ?? {}) as Record<string, unknown>;
  setPrototypeOf(placed, null);
  placedByHost(placed);
  return "";
}

/** Finds the lambda by its name, wherever in the text it stands. Nothing is said when it is there. */
export function find(): string {
  try {
    reconcile = evaluate("typeof reconcile === 'function' ? reconcile : undefined");
  } catch (error) {
    return failed("load", error);
  }
  return reconcile === undefined ? failedWith("load", "there is no function `reconcile`") : "";
}

/** Runs the lambda. */
export function run(text: string): string {
  const given = parse(text) as object;
  assumeWarn(own(given, "consoleWarn") !== "missing");
  const left = bare<Observed>();
  const list = argumentsOf(own(given, "parameters") as object[], left);
  note(true);
  try {
    apply(reconcile as () => void, undefined, list as unknown as unknown[]);
  } catch (error) {
    return failed("threw", error);
  }
  note(false);
  return answerOf(left["/user"] as Observed, left["/registration"]);
}

/** The arguments, as a list for `apply`. Those that are read back are entered into `left` by their places. */
function argumentsOf(parameters: object[], left: Record<string, Observed>): object {
  const list = bare<unknown>();
  let observedCount = 0;
  for (let index = 0; index < parameters.length; index++) {
    const place = own(parameters[index] as object, "place") as string;
    const value = own(parameters[index] as object, "value");
    const isObject = typeof value === "object" && value !== null;
    if (place === "/context") {
      if (isObject) install(value, "services", services);
      list[index] = value;
      continue;
    }
    list[index] = observed(value, place);
    if (!isObject) continue;
    if (isLeft(place)) left[place] = all[observedCount] as Observed;
    observedCount++;
  }
  list.length = parameters.length;
  return list;
}

/** A global of the lambda as JSON text, `null` when it has none. */
export function globalNamed(name: string): string {
  try {
    return stringify(own(realm, name)) ?? "null";
  } catch (error) {
    return stringify(messageOf(error));
  }
}
