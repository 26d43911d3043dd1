// The text of a file that somebody hands over.

import type { Incoming } from "./types.js";

/** Larger files are none of ours: the core reads 4 MiB. */
export const MOST_BYTES = 5_000_000;

/** A file's text, or why it has none. */
export async function read(file: File): Promise<Incoming | { readonly fault: string }> {
  const { name, size } = file;
  if (size > MOST_BYTES)
    return { fault: `${name} is larger than 5 MB. Take out what is not needed.` };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { fault: `${name} cannot be read. A folder has to be opened first, to take its files.` };
  }
  const text = textOf(bytes);
  return typeof text === "string" ? { name, text } : { fault: `${name} ${text.why}` };
}

/** The text of UTF-8, with or without a mark at its beginning. */
export function textOf(bytes: Uint8Array): string | { readonly why: string } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { why: "is UTF-16. Save it as UTF-8." };
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const before = new TextDecoder().decode(bytes).split("\ufffd")[0] ?? "";
    return { why: `is not UTF-8 text: see line ${before.split("\n").length}. Save it as UTF-8.` };
  }
}
