// Prints a file compressed, as Base64. A process of its own, because the compressor takes over what becomes of errors.

import { readFileSync } from "node:fs";
import zopfli from "@gfx/zopfli";

const compressed = await zopfli.zlibAsync(readFileSync(process.argv[2]), { numiterations: 5 });
process.stdout.write(Buffer.from(compressed).toString("base64"));
