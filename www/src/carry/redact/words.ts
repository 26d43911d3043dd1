// Replacements for words: letters become letters, digits digits, and the same word always becomes the same.
//
// They are made up one after the other, not computed from the words, so nothing leads back. A word can be spoken and
// is none of a language.

const CONSONANTS = "bdfglmnprtvz";
const VOWELS = "aeiou";
const HEX = "0123456789abcdef";
/** A word that belongs to a domain ends like this: no mail goes to a company of that name. */
const OF_A_DOMAIN = "example";
/** Whole numbers of so many digits are near the largest that there is: they begin with 1. */
const MANY_DIGITS = 19;
/** How often a word is thrown again before it becomes longer. */
const TRIES = 40;

/** No domain is longer. */
const LONGEST_DOMAIN = 255;

const DIGIT = /^\p{N}$/u;
const UUID_KEPT: ReadonlySet<number> = new Set([8, 13, 14, 18, 19, 23]);

/** Words and what they become. */
export class Words {
  readonly #known = new Map<string, string>();
  readonly #numbers = new Map<string, number>();
  readonly #used = new Set<string>();
  readonly #avoided: ReadonlySet<string>;
  readonly #ofDomains = new Set<string>();
  readonly #domains = new Set<string>();
  readonly #kept = new Set<string>();
  #seed = 1;

  /** @param avoided Words that nothing may become, in lower case. */
  constructor(avoided: ReadonlySet<string>) {
    this.#avoided = avoided;
  }

  /** Says that e-mail addresses have that domain, and which of its words say whose it is. */
  addDomain(domain: string, words: readonly string[]): void {
    this.#domains.add(domain.toLowerCase());
    for (const word of words) this.#ofDomains.add(word.toLowerCase());
  }

  /** Whether a text is a domain of e-mail addresses, or below one. */
  isDomain(text: string): boolean {
    if (text.length > LONGEST_DOMAIN) return false;
    const labels = text.toLowerCase().split(".");
    return labels.some((_, at) => this.#domains.has(labels.slice(at).join(".")));
  }

  /** Says that a word stays as it is. */
  keep(word: string): void {
    this.#kept.add(word.toLowerCase());
  }

  /** What a word becomes; capital letters stay where they are. */
  of(word: string): string {
    const key = word.toLowerCase();
    if (this.#kept.has(key)) return word;
    const known = this.#known.get(key) ?? this.#remember(key, () => this.#thrown(key));
    return withCaseOf(word, known);
  }

  /** What a UUID becomes: another one of its version. */
  ofUuid(uuid: string): string {
    const key = uuid.toLowerCase();
    const thrown = () =>
      [...key].map((sign, at) => (UUID_KEPT.has(at) ? sign : this.#one(HEX))).join("");
    return withCaseOf(uuid, this.#known.get(key) ?? this.#remember(key, thrown));
  }

  /** What a value becomes for which there is nothing but a number: `redacted-secret-1`. */
  ofSecret(value: string, name: string): string {
    const count = () => `redacted-${name}-${[...this.#known.keys()].filter(isSecret).length + 1}`;
    return this.#known.get(secretKey(value)) ?? this.#remember(secretKey(value), count);
  }

  /** A number between the two for a part of a date or an address, each time another while there are some. */
  ofRange(key: string, from: number, to: number): number {
    const range = `${from}-${to}`;
    const known = this.#numbers.get(`${range} ${key}`);
    if (known !== undefined) return known;
    let number = from;
    for (let count = 0; count < TRIES; count++) {
      number = from + Math.floor(this.#next() * (to - from + 1));
      if (!this.#used.has(`${range}=${number}`) && String(number) !== key) break;
    }
    this.#used.add(`${range}=${number}`);
    this.#numbers.set(`${range} ${key}`, number);
    return number;
  }

  #remember(key: string, thrown: () => string): string {
    let word = thrown();
    for (let count = 1; this.#isTaken(word, key); count++) {
      word = count < TRIES ? thrown() : this.#longer(thrown(), Math.floor(count / TRIES));
    }
    this.#known.set(key, word);
    this.#used.add(word);
    return word;
  }

  /** A number becomes a longer one, so that there is always one that is free. */
  #longer(word: string, by: number): string {
    if (!/^\d+$/.test(word)) return word + this.#letters(by);
    return word + Array.from({ length: by }, () => this.#one("0123456789")).join("");
  }

  #isTaken(word: string, key: string): boolean {
    return word === key || this.#used.has(word) || this.#avoided.has(word);
  }

  #thrown(key: string): string {
    const letters = this.#letters(key.length);
    const signs = [...key].map((sign, at) =>
      DIGIT.test(sign) ? this.#digit(key, at) : letters[at],
    );
    return signs.join("") + (this.#ofDomains.has(key) ? OF_A_DOMAIN : "");
  }

  #digit(key: string, at: number): string {
    if (at > 0) return this.#one("0123456789");
    if (key.length >= MANY_DIGITS) return "1";
    return key.startsWith("0") && key.length > 1 ? "0" : this.#one("123456789");
  }

  #letters(count: number): string {
    let text = "";
    for (let at = 0; at < count; at++) text += this.#one(at % 2 === 0 ? CONSONANTS : VOWELS);
    return text;
  }

  #one(signs: string): string {
    return signs[Math.floor(this.#next() * signs.length)] ?? "";
  }

  /** Between 0 and 1; always the same row of numbers, so that a draft is always redacted in the same way. */
  #next(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), this.#seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }
}

function secretKey(value: string): string {
  return `secret ${value}`;
}

function isSecret(key: string): boolean {
  return key.startsWith("secret ");
}

function isCapital(sign: string): boolean {
  return sign !== sign.toLowerCase();
}

/** A replacement with capital letters where the word has them. */
function withCaseOf(word: string, replacement: string): string {
  const signs = [...word];
  const isAllCapital = signs.length > 1 && word === word.toUpperCase() && isCapital(word);
  return [...replacement]
    .map((sign, at) => {
      const model = signs[at];
      const isUp = model === undefined ? isAllCapital : isCapital(model);
      return isUp ? sign.toUpperCase() : sign;
    })
    .join("");
}
