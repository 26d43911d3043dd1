// `reconcile-kit/sandbox` in Node.js.

import { runThreadsBy } from "../sandbox/thread.js";
import { startThread } from "./thread.node.js";

runThreadsBy(startThread);

export * from "../sandbox/index.js";
