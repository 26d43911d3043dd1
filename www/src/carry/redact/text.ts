// What a text becomes whose words are somebody's: blanks, signs and the form of it stay.

import type { Words } from "./words.js";

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const DOMAIN = "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]|\\.(?=[\\p{L}\\p{M}\\p{N}]))*";
const IPV4 = "(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])";
const IPV6 = "(?<![\\p{N}\\p{L}:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?![\\p{N}\\p{L}:])";
const DATE = "(?<!\\d)(?:\\d{4}-\\d\\d?-\\d\\d?|\\d\\d?[./-]\\d\\d?[./-]\\d{4})(?!\\d)";
/** What leads to a country: it says what a program may ask, and not who somebody is. */
const DIALLING =
  "\\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\\d{3})(?=[\\d\\s().-]{5})";
const WORD = "[\\p{L}\\p{M}\\p{N}]+";

/** The parts of a text that are looked at by themselves. */
const PARTS = new RegExp(
  [
    `(?<uuid>${UUID})`,
    `(?<time>T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?(?![\\p{L}\\p{N}]))`,
    `(?<date>${DATE})`,
    `(?<ip>${IPV4}|${IPV6})`,
    `(?<scheme>(?:https?|mailto|urn|data|ftp)(?=:))`,
    `(?<=@|://|%40)(?<domain>${DOMAIN})`,
    `(?<dialling>${DIALLING})`,
    `(?<escape>%[0-9a-f]{2})`,
    `(?<bare>${WORD}(?:[.-]${WORD})*\\.${WORD})`,
    `(?<word>${WORD})`,
  ].join("|"),
  "giu",
);

const ALL_DOMAIN = new RegExp(`^${DOMAIN}$`, "u");
const WORDS = new RegExp(WORD, "gu");
/** Ids that the simulator itself gives to new users. */
const SIMULATED = /^00000000-0000-4000-/;
/** Labels that say what a host is for. */
const GENERIC = new Set("www mail smtp api app auth login sso id accounts users m cdn".split(" "));
/** Labels before a country that belong to it: `co.uk`. */
const BEFORE_COUNTRY = new Set("co com org net ac gov edu ne or go".split(" "));

const ALL_UUID = new RegExp(`^${UUID}$`, "i");

/** Whether the whole text is a UUID. */
export function isUuid(text: string): boolean {
  return ALL_UUID.test(text);
}

/** The words of a text. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORDS) ?? [];
}

/** The labels of a domain that say whose it is. */
export function ownLabels(domain: string): readonly string[] {
  return domain.split(".").filter((label, at, all) => isOwn(label.toLowerCase(), at, all.length));
}

function isOwn(label: string, at: number, count: number): boolean {
  if (at === count - 1 || GENERIC.has(label)) return false;
  return !(at === count - 2 && count > 2 && BEFORE_COUNTRY.has(label));
}

/** Whether the whole text is a domain. */
export function isDomain(text: string): boolean {
  return text.includes(".") && ALL_DOMAIN.test(text);
}

/** The domains in a text: behind an `@` or `://`. */
export function domainsIn(text: string): readonly string[] {
  return [...text.matchAll(PARTS)].flatMap(({ groups }) => groups?.domain ?? []);
}

/** Replaces everything in a text that is somebody's. */
export class Replacing {
  readonly #words: Words;
  readonly #keptHosts: ReadonlySet<string>;

  constructor(words: Words, keptHosts: ReadonlySet<string>) {
    this.#words = words;
    this.#keptHosts = keptHosts;
  }

  /** The text with other words. */
  all(text: string): string {
    return text.replaceAll(PARTS, (...parts) => {
      const [whole, groups] = [String(parts[0]), parts.at(-1) as Record<string, string>];
      if (groups.word !== undefined) return this.#words.of(whole);
      if (groups.domain !== undefined) return this.domain(whole);
      if (groups.bare !== undefined) {
        return this.#words.isDomain(whole) ? this.domain(whole) : this.#label(whole);
      }
      if (groups.uuid !== undefined)
        return SIMULATED.test(whole) ? whole : this.#words.ofUuid(whole);
      if (groups.date !== undefined) return this.#date(whole);
      return groups.ip === undefined ? whole : this.#ip(whole);
    });
  }

  /** The domain of somebody else. */
  domain(domain: string): string {
    const labels = domain.split(".");
    const isMails = this.#words.isDomain(domain);
    if (this.#keptHosts.has(domain.toLowerCase()) && !isMails) return domain;
    if (labels.length === 1) return this.#label(domain);
    return labels
      .map((label, at) =>
        isOwn(label.toLowerCase(), at, labels.length) ? this.#label(label) : label,
      )
      .join(".");
  }

  #label(label: string): string {
    return label.replaceAll(WORDS, (word) => this.#words.of(word));
  }

  /** Each part becomes another that is possible there, so that other ways to write the same date become the same. */
  #date(date: string): string {
    return date.replaceAll(/\d+/g, (digits) => {
      const number = Number(digits);
      if (number === 0 || number > 3000) return digits;
      const [from, to] = number <= 12 ? [1, 12] : number <= 31 ? [13, 28] : [1940, 2009];
      const other = this.#words.ofRange(String(number), from, to);
      return String(other).padStart(digits.length, "0");
    });
  }

  /** An address of those that are set aside for documentation. */
  #ip(ip: string): string {
    const count = this.#words.ofRange(`ip ${ip.toLowerCase()}`, 1, 254);
    return ip.includes(":") ? `2001:db8::${count.toString(16)}` : `192.0.2.${count}`;
  }
}
