// `reconcile-kit` in a browser, and wherever else the module has to be fetched.

import { offer } from "../environment.js";
import { environment } from "./environment.browser.js";

offer(environment);

export * from "../index.js";
