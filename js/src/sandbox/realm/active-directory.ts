// `FusionAuth.ActiveDirectory`: the one helper that FusionAuth documents for lambdas.

import { charCodeAt, indexOf, install, realm, TypeErrorOf } from "./primordials.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const DIGITS = "0123456789abcdef";
/** Where a GUID's text has the bytes of its binary form: the first three groups are little-endian. */
const ORDER = "\x03\x02\x01\x00-\x05\x04-\x07\x06-\x08\x09-\x0a\x0b\x0c\x0d\x0e\x0f";
const DASH = 0x2d;
const BYTES = 16;

/** Sixteen bytes in base 64 as the digits of a GUID, `3f2504e0-4f89-11d3-9a0c-0305e82c3301`. */
function guid(base64: unknown): string {
  const digits = hexadecimal(base64);
  if (digits.length !== 2 * BYTES) {
    throw new TypeErrorOf("b64GuidToString takes the sixteen bytes of a GUID in base 64");
  }
  let text = "";
  for (let index = 0; index < ORDER.length; index++) {
    const place = charCodeAt(ORDER, index);
    text += place === DASH ? "-" : `${digits[2 * place]}${digits[2 * place + 1]}`;
  }
  return text;
}

function hexadecimal(base64: unknown): string {
  if (typeof base64 !== "string") return "";
  let digits = "";
  let bits = 0;
  let held = 0;
  for (let index = 0; index < base64.length && base64[index] !== "="; index++) {
    const value = indexOf(ALPHABET, base64[index] as string);
    if (value < 0) return "";
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      const byte = (held >> bits) & 0xff;
      digits += `${DIGITS[byte >> 4]}${DIGITS[byte & 15]}`;
    }
  }
  return digits;
}

/** Puts `FusionAuth` into the realm. */
export function installActiveDirectory(): void {
  const activeDirectory = {};
  install(activeDirectory, "b64GuidToString", guid);
  const fusionAuth = {};
  install(fusionAuth, "ActiveDirectory", activeDirectory);
  install(realm, "FusionAuth", fusionAuth);
}
