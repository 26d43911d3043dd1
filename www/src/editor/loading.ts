// When the editor is loaded: it is large, and a plain field does until the first outcome is on the page.

import { effect } from "@preact/signals";
import { isShown } from "../kit/stage.js";

/** The editor's module, once nothing that the first outcome needs is waiting. */
export async function loadEditor(): Promise<typeof import("./codemirror.js")> {
  await firstOutcome();
  return import("./codemirror.js");
}

function firstOutcome(): Promise<void> {
  return new Promise((done) => {
    const stop = effect(() => {
      if (!isShown.value) return;
      done();
      // The effect may still be in its first run, when there is nothing yet to stop it by.
      queueMicrotask(() => stop());
    });
  });
}
