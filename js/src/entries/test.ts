// `reconcile-kit/test`, in Node.js.

import { offer } from "../environment.js";
import { runThreadsBy } from "../sandbox/thread.js";
import { environment } from "./environment.node.js";
import { startThread } from "./thread.node.js";

offer(environment);
runThreadsBy(startThread);

export * from "../test/index.js";
