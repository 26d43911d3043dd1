// What is known to be somebody's, to be found again where it is not expected: in a lambda, a policy, a message.

import type { Kind } from "./kinds.js";
import { domainsIn, isDomain, isUuid, ownLabels, type Replacing, wordsOf } from "./text.js";
import type { Words } from "./words.js";

/** Shorter values are found by accident. */
const SHORTEST = 3;
/** Shorter numbers too. */
const SHORTEST_NUMBER = 5;
/** Kinds whose words name somebody, each by itself. */
const NAMING: ReadonlySet<Kind> = new Set([
  "email",
  "name",
  "username",
  "id",
  "phone",
  "link",
  "client",
]);

const PIECES =
  /(?<email>[\p{L}\p{M}\p{N}.+_}-]{1,64}(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)|(?<escape>%[0-9a-f]{2}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\.)|(?<word>[\p{L}\p{M}\p{N}]+)/giu;
const WORD_SIGN = /[\p{L}\p{M}\p{N}]/u;

/** Everything that was found in a draft. */
export class Known {
  /** How many different values of each kind there are. */
  readonly found = new Map<Kind, Set<string>>();
  /** Values that are not replaced although they stand where somebody's do: groups, roles, providers. */
  readonly kept = new Set<string>();
  readonly #phrases = new Map<string, Set<string>>();
  readonly #secrets = new Map<string, string>();
  readonly #naming = new Set<string>();
  readonly #all = new Set<string>();
  /** Words of keys: the names of claims and fields, not of people. */
  readonly #vocabulary: ReadonlySet<string>;
  readonly #words: Words;

  constructor(words: Words, vocabulary: ReadonlySet<string>) {
    this.#words = words;
    this.#vocabulary = vocabulary;
  }

  /** Takes note of a value. */
  add(value: string, kind: Kind): void {
    const lower = value.trim().toLowerCase();
    if (lower === "") return;
    this.found.set(kind, (this.found.get(kind) ?? new Set()).add(lower));
    if (kind === "secret" || kind === "token") {
      if (value.length >= SHORTEST) this.#secrets.set(value, kind);
      return;
    }
    const domains = kind === "email" && isDomain(lower) ? [lower] : domainsIn(value);
    this.addDomains(kind === "link" ? [] : domains);
    const words = wordsOf(lower);
    for (const word of words) this.#all.add(word);
    if (NAMING.has(kind) && !isUuid(lower)) {
      for (const word of this.#namingOf(lower)) this.#naming.add(word);
    }
    const [first] = words;
    const isNumber = /^\d+$/.test(lower) && lower.length < SHORTEST_NUMBER;
    if (first === undefined || lower.length < SHORTEST || isNumber) return;
    const phrase = lower.slice(lower.indexOf(first));
    this.#phrases.set(first, (this.#phrases.get(first) ?? new Set()).add(phrase));
  }

  /** Takes note of domains of e-mail addresses. */
  addDomains(domains: readonly string[]): void {
    for (const domain of domains) {
      const words = ownLabels(domain).flatMap((label) => wordsOf(label.toLowerCase()));
      this.#words.addDomain(domain, words);
      for (const word of words) {
        this.#all.add(word);
        if (word.length >= SHORTEST) this.#naming.add(word);
      }
    }
  }

  /** Words that name somebody: not what a host is for, and not the end of a domain. */
  #namingOf(lower: string): readonly string[] {
    const domains = domainsIn(lower);
    const rest = domains.reduce((text, domain) => text.replaceAll(domain, " "), lower);
    const own = domains.flatMap(ownLabels).flatMap(wordsOf);
    const isLong = (word: string) =>
      word.length >= (/^\d+$/.test(word) ? SHORTEST_NUMBER : SHORTEST);
    return [...wordsOf(rest.replaceAll(/(?<!\w)\w{1,20}:\/\//g, " ")), ...own].filter(isLong);
  }

  /** A text in which what is known is replaced, and every e-mail address. */
  replacedIn(written: string, replacing: Replacing): string {
    const text = this.#withoutSecrets(written);
    let result = "";
    let at = 0;
    PIECES.lastIndex = 0;
    for (let piece = PIECES.exec(text); piece; piece = PIECES.exec(text)) {
      const known = this.#knownAt(text, piece);
      if (known === "") continue;
      result += text.slice(at, piece.index) + behind(text[piece.index - 1], known, replacing);
      at = piece.index + known.length;
      PIECES.lastIndex = at;
    }
    return result + text.slice(at);
  }

  #withoutSecrets(text: string): string {
    let result = text;
    for (const [secret, kind] of this.#secrets) {
      if (result.includes(secret)) {
        result = result.replaceAll(secret, this.#words.ofSecret(secret, kind));
      }
    }
    return result;
  }

  /** The e-mail addresses in a text. */
  static emailsIn(text: string): readonly string[] {
    return [...text.matchAll(PIECES)].flatMap(({ groups }) => groups?.email ?? []);
  }

  /** Whether all of a text's words are somebody's, and none is the name of a claim or a field. */
  isAllKnown(text: string): boolean {
    const words = wordsOf(text.toLowerCase());
    if (words.length === 0) return false;
    const isOne = (word: string) =>
      this.#all.has(word) && word.length >= SHORTEST && !this.#vocabulary.has(word);
    return words.every(isOne);
  }

  /** Whether a constant, with its quotes or without, is the name of a group, a role or a provider. */
  isKept(text: string): boolean {
    const inner = /^(["'`]?)(.*)\1$/s.exec(text.trim())?.[2] ?? text;
    return this.kept.has(inner.toLowerCase());
  }

  /** Whether a number is known; those of fewer digits than `shortest` are met by accident. */
  isKnownNumber(digits: string, shortest = SHORTEST_NUMBER): boolean {
    return digits.length >= shortest && this.#all.has(digits);
  }

  /** Whether a value that somebody made up is a name of groups, providers or fields. */
  isNobodys(value: string): boolean {
    const lower = value.trim().toLowerCase();
    return this.kept.has(lower) || this.#vocabulary.has(lower);
  }

  #knownAt(text: string, { 0: whole, index, groups }: RegExpExecArray): string {
    if (groups?.email !== undefined) return whole;
    if (groups?.word === undefined) return "";
    const word = whole.toLowerCase();
    for (const phrase of longestFirst(this.#phrases.get(word))) {
      const there = text.slice(index, index + phrase.length);
      const isWhole = !WORD_SIGN.test(text[index + phrase.length] ?? " ");
      if (there.toLowerCase() !== phrase || !isWhole || this.kept.has(phrase)) continue;
      if (phrase !== word || !this.#vocabulary.has(word)) return there;
    }
    return this.#naming.has(word) && !this.#vocabulary.has(word) ? whole : "";
  }
}

function longestFirst(phrases: ReadonlySet<string> = new Set()): readonly string[] {
  return [...phrases].sort((one, other) => other.length - one.length);
}

/** What becomes of a part of a text; a number behind a plus is one of a phone. */
function behind(sign: string | undefined, part: string, replacing: Replacing): string {
  return sign === "+" ? replacing.all(`+${part}`).slice(1) : replacing.all(part);
}
