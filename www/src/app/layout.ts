// What is open on the page. Views and commands both change it; it is remembered between visits.

import { signal } from "@preact/signals";

/** The tabs on the side of what goes in. */
export type InputTab =
  | "login"
  | "provider"
  | "application"
  | "users"
  | "mapping"
  | "settings"
  | "scenario";
/** The tabs on the side of what comes out. */
export type OutputTab = "path" | "changes" | "log" | "assumptions" | "compare" | "history" | "json";
/** What lies over the page. */
export type Overlay = "examples" | "share" | "export" | "palette" | "help";

export const inputTab = signal<InputTab>("login");
export const outputTab = signal<OutputTab>("path");
export const overlay = signal<Overlay | undefined>(undefined);
