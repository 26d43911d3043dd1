// All examples. They are much text, so they are loaded when somebody looks for one.

import { signal } from "@preact/signals";

/** An example that can be opened. */
export interface Example {
  /** Below `examples/`, such as `cognito/first-login.json`. */
  readonly path: string;
  /** The scenario's name. */
  readonly name: string;
  readonly text: string;
}

/** All of them; `undefined` until they are loaded. */
export const examples = signal<readonly Example[] | undefined>(undefined);

/** Why they could not be loaded; empty otherwise. */
export const examplesFailed = signal(false);

/** Loads them, once. */
export async function loadExamples(): Promise<void> {
  if (examples.value) return;
  examplesFailed.value = false;
  try {
    const { default: all } = await import("virtual:examples");
    examples.value = all.map(({ path, text }) => ({ path, text, name: nameOf(text) ?? path }));
  } catch {
    examplesFailed.value = true;
  }
}

function nameOf(text: string): string | undefined {
  const { name } = JSON.parse(text) as { name?: string };
  return name;
}
