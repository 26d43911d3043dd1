// What the page knows: the draft that is edited, and what it leads to. Views read signals and call actions.

import { computed, signal } from "@preact/signals";
import type { Diagnostic, Outcome, Preview } from "reconcile-kit";
import { type Composed, compose } from "../draft/compose.js";
import { BLANK, type Draft } from "../draft/draft.js";
import type { Refusal } from "../kit/protocol.js";

/** What is edited. Only `app/actions.ts` writes it. */
export const draft = signal<Draft>(BLANK);

/** The scenario that the draft describes. */
export const composed = computed<Composed>(() => compose(draft.value));

/** What a draft led to. */
export interface Result {
  /** The draft that was simulated. */
  readonly draft: Draft;
  readonly scenario: Composed;
  /** The outcome as the core wrote it. */
  readonly text: string;
  readonly preview: Preview;
  /** From the question to its answer, in milliseconds; absent where that included loading the simulator. */
  readonly took: number | undefined;
}

/** The last draft that could be simulated, and what it led to. */
export const result = signal<Result | undefined>(undefined);

/** Why the draft as it stands cannot be simulated. */
export const refusal = signal<Refusal | undefined>(undefined);

/** Whether an answer is awaited. */
export const isRunning = signal(true);

/** Everything that was found in the scenario, with places in its text. */
export const findings = signal<readonly Diagnostic[]>([]);

/** Whether what is shown belongs to an older draft. */
export const isStale = computed(
  () => result.value !== undefined && result.value.draft !== draft.value,
);

/** Which of several logins is looked at, from 0. */
export const chosenLogin = signal(0);

/** The outcomes, one a login. */
export const outcomes = computed<readonly Outcome[]>(() => {
  const preview = result.value?.preview;
  if (!preview) return [];
  return "logins" in preview ? preview.logins : [preview];
});

/** The outcome that is looked at. */
export const outcome = computed<Outcome | undefined>(
  () => outcomes.value[Math.min(chosenLogin.value, outcomes.value.length - 1)],
);

/** A field or a claim that the pointer or the keyboard is on; its counterparts light up everywhere. */
export interface Pointed {
  readonly kind: "field" | "claim";
  /** Such as `/user/firstName` or `/userinfo/given_name`. */
  readonly path: string;
}

/** What is pointed at. */
export const pointed = signal<Pointed | undefined>(undefined);
