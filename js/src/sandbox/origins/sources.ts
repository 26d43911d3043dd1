// Which claims a text was made of. What is not plain is left out: silence is better than a wrong claim.

/** A claim that was read: where it is, and its value as text. The latest comes first. */
export interface Candidate {
  readonly place: string;
  readonly text: string;
}

/** Shorter texts are found everywhere. */
export const SHORTEST = 3;
/** From here on a text is taken for the claim even without a border before and behind it. */
const LONG = 6;

const WORDS = /[\p{L}\p{N}]+/gu;
const WORD = /[\p{L}\p{N}]/u;

/** The places of the claims that `text` was copied from, or made of by simple means. */
export function sourcesOf(text: string, candidates: readonly Candidate[]): string[] {
  const usable = candidates.filter((candidate) => candidate.text.length >= SHORTEST);
  const folded = fold(text);
  const whole =
    usable.find((candidate) => candidate.text === text) ??
    usable.find((candidate) => fold(candidate.text) === folded) ??
    usable.find((candidate) => sameWords(candidate.text, text));
  if (whole) return [whole.place];
  const parts = partsOf(folded, usable);
  if (parts.length > 0) return parts;
  const longer = usable.find((candidate) => bordered(fold(candidate.text), folded) >= 0);
  return longer ? [longer.place] : [];
}

/** Case and space at the ends make no difference. */
function fold(text: string): string {
  return text.trim().toLowerCase();
}

/** The same words in any order, between any separators: `en-US` and `en_US`, `01/31/1990` and `1990-01-31`. */
function sameWords(one: string, other: string): boolean {
  if (one.length > 200 || other.length > 200) return false;
  const words = wordsOf(one);
  return words !== "" && words === wordsOf(other);
}

function wordsOf(text: string): string {
  return (fold(text).match(WORDS) ?? []).sort().join(" ");
}

/** The claims of which `text` is put together, in their order; the longest come first to their place. */
function partsOf(text: string, candidates: readonly Candidate[]): string[] {
  const parts: { start: number; end: number; place: string }[] = [];
  const byLength = [...candidates].sort((one, other) => other.text.length - one.text.length);
  for (const { place, text: claim } of byLength) {
    const part = fold(claim);
    if (part.length < SHORTEST) continue;
    const start = bordered(text, part);
    const end = start + part.length;
    if (start < 0 || parts.some((taken) => start < taken.end && taken.start < end)) continue;
    parts.push({ start, end, place });
  }
  parts.sort((one, other) => one.start - other.start);
  return parts.map(({ place }) => place);
}

/** Where `part` stands in `text` as something of its own; -1 when it does not. */
function bordered(text: string, part: string): number {
  if (part.length < SHORTEST || part.length >= text.length) return -1;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const isBorderBefore = !WORD.test(text[at - 1] ?? "");
    const isBorderBehind = !WORD.test(text[at + part.length] ?? "");
    const borders = Number(isBorderBefore) + Number(isBorderBehind);
    if (borders === 2 || part.length >= LONG || (borders === 1 && part.length > SHORTEST))
      return at;
  }
  return -1;
}
