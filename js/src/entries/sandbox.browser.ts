// `reconcile-kit/sandbox` in a browser.

import { runThreadsBy } from "../sandbox/thread.js";
import { startThread } from "./thread.browser.js";

runThreadsBy(startThread);

export * from "../sandbox/index.js";
