// What the engine of a FusionAuth version has. Which engine that is says the core.

import { GLOBALS, NEW_IN_23, NEW_IN_24, NEWER } from "./built-ins.js";
import type { Engine } from "./facts.js";

/** A release of GraalJS that brought something; `none` so far. */
export type Release = 23 | 24 | "none";

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

const MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(GLOBALS).map(([name, members]) => [name, new Set(members.split(" "))]),
);

/** The paths that not every engine has, such as `Array.prototype.toSorted`, with the release that brought them. */
const RELEASES: ReadonlyMap<string, Release> = new Map<string, Release>([
  ...NEW_IN_23.map((path) => [path, 23] as const),
  ...NEW_IN_24.map((path) => [path, 24] as const),
  ...NEWER.map((path) => [path, "none"] as const),
]);

/** Globals that are values, and those whose members the lambda makes. */
const WITHOUT_MEMBERS: ReadonlySet<string> = new Set([
  "Infinity",
  "NaN",
  "arguments",
  "globalThis",
  "undefined",
]);

/** The same by the methods' names alone; other objects of `Intl` have methods of these names too. */
const METHODS: ReadonlyMap<string, Release> = new Map(
  [...RELEASES].flatMap(([path, release]) => {
    const [owner = "", name] = path.split(".prototype.");
    return name && !owner.startsWith("Intl.") ? [[name, release] as const] : [];
  }),
);

/** Whether `engine` is `GraalJS 23.1` or `24.1` at least. */
export function isAtLeast(engine: Engine, release: Release): boolean {
  return release !== "none" && Number(engine.release.split(".")[0]) >= release;
}

/** The first FusionAuth version whose engine is that release, such as `1.56`. */
export function versionWith(engines: readonly Engine[], release: Release): string | undefined {
  return engines.find((engine) => isAtLeast(engine, release))?.since.replace(/\.0$/, "");
}

/** Whether GraalJS has a global of that name. */
export function hasGlobal(name: string): boolean {
  return MEMBERS.has(name);
}

/** The release that `engine` is too old for to have a member of a global, such as `Object.groupBy`. */
export function missingMember(engine: Engine, name: string, member: string): Release | undefined {
  const members = WITHOUT_MEMBERS.has(name) ? undefined : MEMBERS.get(name);
  const isInherited = member in Object.prototype || member in Function.prototype;
  if (!members || isInherited || member === "prototype") return undefined;
  return members.has(member) ? missingPath(engine, `${name}.${member}`) : "none";
}

/** The release that `engine` is too old for to have what is at `path`, such as `Set.prototype.union`. */
export function missingPath(engine: Engine, path: string): Release | undefined {
  return ifMissing(engine, RELEASES.get(path));
}

/** The release that `engine` is too old for to have a method of that name on any object. */
export function missingMethod(engine: Engine, name: string): Release | undefined {
  return ifMissing(engine, METHODS.get(name));
}

function ifMissing(engine: Engine, release: Release | undefined): Release | undefined {
  return release !== undefined && !isAtLeast(engine, release) ? release : undefined;
}
