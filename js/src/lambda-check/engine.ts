// Which engine a FusionAuth version runs lambdas on, and what that engine has.

import { GLOBALS, NEW_IN_23, NEW_IN_24 } from "./built-ins.js";

/** An engine that FusionAuth runs, or ran. */
export interface Engine {
  readonly name: string;
  /** Oldest first. */
  readonly age: number;
}

const NASHORN: Engine = { name: "Nashorn", age: 0 };
const GRAALJS_22: Engine = { name: "GraalJS 22.3", age: 1 };
const GRAALJS_23: Engine = { name: "GraalJS 23.1", age: 2 };
const GRAALJS_24: Engine = { name: "GraalJS 24.1", age: 3 };

/**
 * What FusionAuth itself defines in a lambda. Source: FusionAuth documentation, "Lambdas", API calls from lambdas and
 * "LDAP Connector Reconcile Lambda".
 */
export const DEFINED_BY_FUSIONAUTH: ReadonlySet<string> = new Set([
  "console",
  "fetch",
  "Headers",
  "FusionAuth",
]);

/**
 * The engine of a FusionAuth version, such as `1.48.0`. Source: FusionAuth documentation, "Lambdas", and release
 * notes of 1.35.0, 1.51.0 and 1.56.0.
 */
export function engineOf(version: string): Engine {
  const minor = Number(version.split(".")[1]);
  if (minor < 35) return NASHORN;
  if (minor < 51) return GRAALJS_22;
  return minor < 56 ? GRAALJS_23 : GRAALJS_24;
}

/** Whether an engine reads ES5.1 and nothing newer. */
export function readsOnlyEs5(engine: Engine): boolean {
  return engine === NASHORN;
}

/** Whether `engine` is `GraalJS 23.1` or `24.1` at least. */
export function isAtLeast(engine: Engine, version: 23 | 24): boolean {
  return engine.age >= (version === 23 ? GRAALJS_23 : GRAALJS_24).age;
}

const MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(GLOBALS).map(([name, members]) => [name, new Set(members.split(" "))]),
);

/** Whether GraalJS has a global of that name. */
export function hasGlobal(name: string): boolean {
  return MEMBERS.has(name);
}

/** Whether `engine` has a member of a global, such as `Object.groupBy`. */
export function hasMember(engine: Engine, name: string, member: string): boolean {
  const members = MEMBERS.get(name);
  if (!members) return true;
  const isInherited = member in Object.prototype || member in Function.prototype;
  return (members.has(member) && !isTooNew(engine, `${name}.${member}`)) || isInherited;
}

/** The methods that GraalJS has and `engine` has not yet. */
export function missingMethods(engine: Engine): readonly string[] {
  const newer = [...NEW_IN_23, ...NEW_IN_24].filter((path) => isTooNew(engine, path));
  return newer.flatMap((path) => path.split(".prototype.")[1] ?? []);
}

function isTooNew(engine: Engine, path: string): boolean {
  if (NEW_IN_24.includes(path)) return !isAtLeast(engine, 24);
  return NEW_IN_23.includes(path) && !isAtLeast(engine, 23);
}
