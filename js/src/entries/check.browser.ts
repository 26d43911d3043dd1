// `reconcile-kit/check` in a browser.

import { offer } from "../environment.js";
import { environment } from "./environment.browser.js";

offer(environment);

export * from "../lambda-check/public.js";
