// `reconcile-kit` and `reconcile-kit/inline` in Cloudflare's Workers.

import { choose } from "../environment.js";
import { environment } from "./environment.workerd.js";

choose(environment);

export * from "../index.js";
