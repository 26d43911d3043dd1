// `reconcile-kit` in Node.js.

import { offer } from "../environment.js";
import { environment } from "./environment.node.js";

offer(environment);

export * from "../index.js";
