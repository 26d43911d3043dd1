// Which GraalJS each FusionAuth runs.

/** A GraalJS that can be run here. */
export interface GraalJs {
  readonly version: GraalJsVersion;
  /** The FusionAuth versions that run it, in words. */
  readonly fusionAuth: string;
}

/** The versions of GraalJS that FusionAuth has, or had. */
export type GraalJsVersion = "22.3.3" | "23.1.2" | "24.1.2";

/** All of them, oldest first. */
export const GRAALJS: readonly [GraalJs, ...GraalJs[]] = [
  { version: "22.3.3", fusionAuth: "1.35 to 1.50" },
  { version: "23.1.2", fusionAuth: "1.51 to 1.55" },
  { version: "24.1.2", fusionAuth: "1.56 and newer" },
];

/** The one that today's FusionAuth runs. */
export const NEWEST: GraalJsVersion = "24.1.2";

/** Whether there is a GraalJS of that version here. */
export function isGraalJsVersion(version: string): version is GraalJsVersion {
  return GRAALJS.some((one) => one.version === version);
}
