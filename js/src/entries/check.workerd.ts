// `reconcile-kit/check` in Cloudflare's Workers.

import { choose } from "../environment.js";
import { environment } from "./environment.workerd.js";

choose(environment);

export * from "../lambda-check/public.js";
