// What the engine of a FusionAuth version has. Which engine that is says the core.

import { GLOBALS, NEW_IN_23, NEW_IN_24 } from "./built-ins.js";
import type { Engine } from "./facts.js";

/** A release of GraalJS that brought something. */
export type Release = 23 | 24;

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

/** Whether `engine` is `GraalJS 23.1` or `24.1` at least. */
export function isAtLeast(engine: Engine, release: Release): boolean {
  return Number(engine.release.split(".")[0]) >= release;
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
