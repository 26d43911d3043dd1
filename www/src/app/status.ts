// What the status line says.

import { signal } from "@preact/signals";
import type { Versions } from "reconcile-kit";
import { ask } from "../kit/client.js";

/** The versions of the package and of the newest FusionAuth that it simulates. */
export const versions = signal<Versions | undefined>(undefined);

/** Asks for the versions once. Without them the status line says less. */
export async function askVersions(): Promise<void> {
  try {
    versions.value = await ask("versions", {});
  } catch {
    // The outcome says why the simulator does not start.
  }
}
