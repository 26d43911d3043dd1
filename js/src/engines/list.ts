// Which engines there are on this machine.

import { archivesOf, directoryOf } from "./directories.js";
import { findJava, OLDEST_JAVA } from "./java.js";
import { findMaven } from "./maven.js";
import { GRAALJS, type GraalJs } from "./versions.js";

/** A GraalJS, and whether it is on this machine. */
export interface Installable extends GraalJs {
  readonly isInstalled: boolean;
  /** Where it is, or would be. */
  readonly directory: string;
}

/** Everything that can run lambdas, and what that needs. */
export interface Engines {
  readonly quickjs: { readonly isInstalled: true };
  readonly graaljs: readonly Installable[];
  readonly java: { command: string; version: string; isNewEnough: boolean } | null;
  readonly maven: { command: string; version: string } | null;
}

/** Looks for them. */
export function installedEngines(): Engines {
  const java = findJava();
  return {
    quickjs: { isInstalled: true },
    graaljs: GRAALJS.map((one) => ({
      ...one,
      isInstalled: archivesOf(one.version).length > 0,
      directory: directoryOf(one.version),
    })),
    java: java
      ? { command: java.command, version: java.version, isNewEnough: java.major >= OLDEST_JAVA }
      : null,
    maven: findMaven() ?? null,
  };
}
