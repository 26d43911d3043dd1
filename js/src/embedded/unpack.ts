// A module that travels as compressed text, expanded at once: who imports it has no file and waits for nothing.

import { unzlibSync } from "fflate";
import { bytesOf } from "./bytes.js";

/** The module's bytes. */
export function unpack(text: string): Uint8Array<ArrayBuffer> {
  const packed = bytesOf(text);
  // Where there is a host's own way, it is ten times as fast. It is asked for like this because an import of it would
  // keep the package out of hosts that have none.
  const zlib = globalThis.process?.getBuiltinModule?.("node:zlib");
  return zlib ? zlib.inflateSync(packed) : (unzlibSync(packed) as Uint8Array<ArrayBuffer>);
}
