// Only the declarations, for whoever checks types before anything is bundled.

import { fileURLToPath } from "node:url";
import { declare } from "./declarations.mjs";

await declare(fileURLToPath(new URL("..", import.meta.url)));
