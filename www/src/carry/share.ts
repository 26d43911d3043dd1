// A draft as a link: the whole of it stands in the address's fragment, which no browser sends to a server.
//
// `#1.` and base64url of raw-deflated JSON. The JSON is that of the draft, so that everything comes back as it was
// typed, half a surrogate pair included: JSON writes it as an escape.

import type { Draft } from "../draft/draft.js";
import { fromBase64Url, toBase64Url } from "./base64url.js";
import { draftOf } from "./shape.js";

/** The form of links that this page writes and reads. */
const VERSION = "1";
/** The most that a link may hold: a few bytes can stand for gigabytes. */
export const MOST_BYTES = 5_000_000;
/** From this length on some programs cut a link, and from the second one most do. */
export const LONG = 8_000;
export const VERY_LONG = 30_000;

/** Why a fragment is no draft, in words for people. */
export interface ShareFault {
  readonly kind: "not-ours" | "newer" | "damaged" | "too-large";
  readonly message: string;
}

/** What a fragment holds. */
export type Shared = { readonly draft: Draft } | { readonly fault: ShareFault };

const FAULTS = {
  "not-ours": "The part of the address behind # is no scenario.",
  newer:
    "This link was made by a newer playground than this one. Reload the page; the link stays as it is.",
  damaged:
    "The link is damaged: most likely a program cut it or broke it into lines. Ask for it again, or for the scenario as a file.",
  "too-large": "The link holds more than 5 MB and is not opened.",
} as const;

function fault(kind: ShareFault["kind"]): Shared {
  return { fault: { kind, message: FAULTS[kind] } };
}

/** The fragment for a draft, with its `#`; `undefined` where the draft is too large to be opened again. */
export async function fragmentOf(draft: Draft): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify(draft));
  if (bytes.length > MOST_BYTES) return undefined;
  const packed = await through(bytes, new CompressionStream("deflate-raw"), Infinity);
  return packed && `#${VERSION}.${toBase64Url(packed)}`;
}

/** Whether a fragment looks as if it held a draft, of this or of another version. */
export function isFragment(fragment: string): boolean {
  return /^#\d{1,6}\./.test(fragment);
}

/** The draft in a fragment, with or without its `#`. It never throws. */
export async function draftIn(fragment: string): Promise<Shared> {
  const [, version, text] = /^#?(\d{1,6})\.(.*)$/s.exec(fragment.trim()) ?? [];
  if (version === undefined || text === undefined) return fault("not-ours");
  if (version !== VERSION) return fault(Number(version) > Number(VERSION) ? "newer" : "not-ours");
  if (text.length > MOST_BYTES) return fault("too-large");
  // Mail programs escape or break long links; what they add stands for nothing.
  const packed = fromBase64Url(text.replace(/\s|%20|%0A/gi, ""));
  if (!packed) return fault("damaged");
  try {
    const bytes = await through(packed, new DecompressionStream("deflate-raw"), MOST_BYTES);
    if (!bytes) return fault("too-large");
    const draft = draftOf(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    return draft ? { draft } : fault("damaged");
  } catch {
    return fault("damaged");
  }
}

/** What comes out of a stream; `undefined` as soon as it is more than `most` bytes. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
