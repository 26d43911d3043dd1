// `reconcile-kit/inline`: the main entry with the module inside.

import { choose } from "../environment.js";
import { environment } from "./environment.inline.js";

choose(environment);

export * from "../index.js";
