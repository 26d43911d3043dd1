// ID tokens as text. Their claims are redacted like any others; nobody can sign them again.

import { fromBase64Url, toBase64Url } from "../base64url.js";

/** Stands where the signature was. FusionAuth's own rule is that there has to be one. */
const NO_SIGNATURE = toBase64Url(new TextEncoder().encode("not a signature"));

/** A token's parts. */
export interface Token {
  /** As it stands in the token. */
  readonly header: string;
  /** JSON text. */
  readonly claims: string;
}

/** The parts of a token; `undefined` for a text that is none. */
export function tokenOf(text: string): Token | undefined {
  const [header, payload, signature, ...more] = text.trim().split(".");
  if (!header || !payload || !signature || more.length > 0) return undefined;
  const claims = textOf(payload);
  return claims !== undefined && textOf(header) !== undefined && isObject(claims)
    ? { header, claims }
    : undefined;
}

/** A token with these parts, and without a signature that is one. */
export function tokenText({ header, claims }: Token): string {
  return `${header}.${toBase64Url(new TextEncoder().encode(claims))}.${NO_SIGNATURE}`;
}

function textOf(part: string): string | undefined {
  const bytes = fromBase64Url(part);
  try {
    return bytes && new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
