// A lambda's program and its run: what the host asks for, and what it is told.

import { answerOf } from "./answer.js";
import { assumeWarn, keepDebug } from "./console.js";
import { failed, failedWith, messageOf } from "./failure.js";
import { answerFrom } from "./fetch.js";
import { setClock } from "./host-clock.js";
import { watchMatches } from "./language/regexp-statics.js";
import { note, placedByHost } from "./notes.js";
import { type Observed, observed } from "./observed.js";
import {
  apply,
  bare,
  evaluate,
  hasOwn,
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
  setClock(own(given, "now"));
  if (own(given, "watchesMatches") === true) watchMatches();
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

/** What the host says of an argument. It has a `value` of its own, or is `undefined`. */
interface Parameter {
  readonly place: string;
  readonly value: unknown;
}

let user: Observed | undefined;
let registration: Observed | undefined;

/** Runs the lambda. Nothing is said when it comes to its end: promises may still have jobs to do. */
export function run(text: string): string {
  const { consoleWarn, parameters } = parse(text) as {
    consoleWarn: string;
    parameters: Parameter[];
  };
  assumeWarn(consoleWarn !== "missing");
  const list = bare<unknown>();
  const count = parameters.length;
  list.length = count;
  for (let index = 0; index < count; index++) {
    list[index] = argumentOf(parameters[index] as Parameter);
  }
  note(true);
  try {
    apply(reconcile as () => void, undefined, list as unknown as unknown[]);
  } catch (error) {
    return failed("threw", error);
  }
  return "";
}

/** What the lambda left behind, once everything has run. */
export function tell(): string {
  note(false);
  return answerOf(user as Observed, registration);
}

function argumentOf(parameter: Parameter): unknown {
  const value = hasOwn(parameter, "value") ? parameter.value : undefined;
  if (typeof value !== "object" || value === null) return value;
  const { place } = parameter;
  if (place === "/context") {
    install(value, "services", services);
    return value;
  }
  const handler = observed(value, place);
  if (place === "/user") user = handler;
  else if (place === "/registration") registration = handler;
  return handler.proxy;
}

/** A global of the lambda as JSON text, `null` when it has none. */
export function globalNamed(name: string): string {
  try {
    return stringify(own(realm, name)) ?? "null";
  } catch (error) {
    return stringify(messageOf(error));
  }
}
