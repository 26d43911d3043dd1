// Keeps tokens and secrets of a log out of everything that is made of it.

import type { Members } from "./json-block.js";

/** Names of members whose value is a secret. */
const NAMES = [
  "access_?token",
  "apiKey",
  "authorization",
  "client_?assertion",
  "client_?secret",
  "code_?verifier",
  "encodedJWT",
  "id_?token",
  "password",
  "refresh_?token",
  "salt",
  "secret",
].join("|");

const SECRET_NAME = new RegExp(`^(?:${NAMES})$`, "i");

/** Where a log shows a secret: as a member, as a parameter of an address, and in a header. */
const SHOWN = [
  new RegExp(String.raw`"(?:${NAMES})"\s*:\s*"([^"\\\n]*(?:\\.[^"\\\n]*)*)`, "gi"),
  new RegExp(String.raw`\b(?:${NAMES}|code)=([^&\s"'\]]+)`, "gi"),
  /\b(?:Bearer|Basic|DPoP)\s+([\w.~+/=-]+)/gi,
];

/** A JSON Web Token, whole or cut: its first part is a JSON object in base64url. */
const TOKEN = /eyJ[\w-]+\.eyJ[\w.-]+|eyJ[\w-]{17,}[\w.-]*/g;

/** Shorter texts are what people put in a token's place, or words that may stand elsewhere. */
const SHORTEST = 8;

/** More secrets than a log of people has are looked for as whole words only, so that reading it stays quick. */
const SOUGHT_EVERYWHERE = 200;

/** What stands in the place of a token. */
export const REMOVED = "(token removed)";

/** The tokens and secrets of a log. */
export class Tokens {
  readonly #secrets: readonly string[];
  readonly #words: ReadonlySet<string>;

  /** @param log Its whole text. */
  constructor(log: string) {
    const shown = SHOWN.flatMap((pattern) => [...log.matchAll(pattern)].map(([, text]) => text));
    const secrets = new Set(shown.filter((text) => text !== undefined && text.length >= SHORTEST));
    // The longest first, so that of two that overlap nothing is left over.
    const all = ([...secrets] as string[]).sort((a, b) => b.length - a.length);
    this.#secrets = all.slice(0, SOUGHT_EVERYWHERE);
    this.#words = new Set(all.slice(SOUGHT_EVERYWHERE));
  }

  /** The text without tokens and secrets, and without half characters, which no document may have. */
  out(text: string): string {
    let clean = text.replace(/\p{Surrogate}/gu, "\ufffd");
    for (const secret of this.#secrets) clean = clean.replaceAll(secret, REMOVED);
    if (this.#words.size > 0) {
      clean = clean.replace(/[^\s"'=&]+/g, (word) => (this.#words.has(word) ? REMOVED : word));
    }
    return clean.replace(TOKEN, REMOVED);
  }

  /** The value with every text, and every name, cleaned. */
  outOf<T>(value: T): T;
  outOf(value: unknown): unknown {
    return this.#clean(value, () => true);
  }

  /** Claims without members that are secrets, and clean otherwise. */
  outOfClaims(claims: Members): Members {
    return this.#clean(claims, (name) => !SECRET_NAME.test(name)) as Members;
  }

  #clean(value: unknown, keeps: (name: string) => boolean): unknown {
    if (typeof value === "string") return this.out(value);
    if (Array.isArray(value)) return value.map((item) => this.#clean(item, keeps));
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).filter(([name]) => keeps(name));
    return Object.fromEntries(
      kept.map(([name, item]) => [this.out(name), this.#clean(item, keeps)]),
    );
  }

  /** A text for people: in addition, what is long and has no blanks is cut, as it may be half a token. */
  shown(text: string): string {
    const cut = this.out(text).replace(/[\w+/=-]{40,}/g, (run) => `${run.slice(0, 8)}…`);
    return cut.length > 100 ? `${cut.slice(0, 100)}…` : cut;
  }
}
