// How far the page has come with loading: first what the first outcome needs, then everything else.

import { signal } from "@preact/signals";

/**
 * What can be answered: nothing yet; everything but policies, exports and checks of lambdas, which
 * wait; everything; or nothing at all.
 */
export type Stage = "starting" | "first" | "whole" | "failed";

export const stage = signal<Stage>("starting");

/**
 * Whether the first outcome, or why there is none, is on the page: what is large and not needed for
 * it may come now.
 */
export const isShown = signal(false);

/** Whether everything the page may ever need is here, so that nothing is requested any more. */
export const isComplete = signal(false);

/** Whether the page opens without its server the next time. */
export const offline = signal<"no" | "preparing" | "ready">("no");
