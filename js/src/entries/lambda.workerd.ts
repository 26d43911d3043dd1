// `reconcile-kit/lambda` in Cloudflare's Workers, on the one module that the package has as a file.

import { choose } from "../environment.js";
import { environment } from "./environment.workerd.js";

choose(environment);

export * from "../lambda/index.js";
