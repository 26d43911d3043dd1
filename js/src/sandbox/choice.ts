// Which engine runs lambdas.

import { unknown } from "../engines/unknown.js";
import { GRAALJS, type GraalJsVersion, isGraalJsVersion } from "../engines/versions.js";

/** The engines: the embedded one, and the one that FusionAuth runs, which needs Java. */
export type EngineName = "quickjs" | "graaljs";

/** All names. */
export const ENGINES: readonly EngineName[] = ["quickjs", "graaljs"];

/** An engine, and for GraalJS the version, if it is not to be that of the simulated FusionAuth. */
export interface Choice {
  /** Which engine. */
  readonly name: EngineName;
  /** Which release of GraalJS. */
  readonly version?: GraalJsVersion;
}

/**
 * The engine that is asked for.
 *
 * @throws {ReconcileKitError} `engine-unknown` when there is none of that name or version.
 */
export function choiceOf(given: EngineName | Choice = "quickjs"): Choice {
  const { name, version } = typeof given === "string" ? { name: given, version: undefined } : given;
  if (!ENGINES.includes(name)) throw unknown("an engine", String(name), ENGINES);
  if (version === undefined) return { name };
  if (name === "graaljs" && isGraalJsVersion(version)) return { name, version };
  const versions = name === "graaljs" ? GRAALJS.map((one) => one.version) : [];
  throw unknown(`a version of \`${name}\``, String(version), versions);
}
