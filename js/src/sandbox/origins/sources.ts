// Which claims a text was made of. What is not plain is left out: silence is better than a wrong claim.

/** A claim that was read: where it is, and its value as text, as it is and folded. */
export interface Candidate {
  readonly place: string;
  readonly text: string;
  readonly folded: string;
}

/** Shorter texts are found everywhere; in longer ones nobody looks for claims. */
export const SHORTEST = 3;
export const LONGEST = 2000;
/** From here on a text is taken for the claim even without a border before and behind it. */
const LONG = 6;

const WORDS = /[\p{L}\p{N}]+/gu;
const WORD = /[\p{L}\p{N}]/u;

/** Case and space at the ends make no difference. */
export function fold(text: string): string {
  return text.trim().toLowerCase();
}

/** The words of a folded text in one order: those of `en-us` and `en_us`, `01/31/1990` and `1990-01-31`. */
export function wordsOf(folded: string): string {
  return (folded.match(WORDS) ?? []).sort().join(" ");
}

/** The claims, of which the latest comes first, that a folded text is put together from, or was cut out of. */
export function partsOf(folded: string, candidates: readonly Candidate[]): string[] {
  const parts = joinedFrom(folded, candidates);
  if (parts.length > 0) return parts;
  const longer = candidates.find((candidate) => placeIn(candidate.folded, folded) >= 0);
  return longer ? [longer.place] : [];
}

/** The claims in a text, in their order; the longest come first to their place. */
function joinedFrom(text: string, candidates: readonly Candidate[]): string[] {
  const parts: { start: number; end: number; place: string }[] = [];
  const found = candidates.filter(({ folded }) => placeIn(text, folded) >= 0);
  for (const { place, folded } of found.sort((one, other) => lengthOf(other) - lengthOf(one))) {
    const start = placeIn(text, folded);
    const end = start + folded.length;
    if (parts.some((taken) => start < taken.end && taken.start < end)) continue;
    parts.push({ start, end, place });
  }
  parts.sort((one, other) => one.start - other.start);
  return parts.map(({ place }) => place);
}

function lengthOf({ folded }: Candidate): number {
  return folded.length;
}

/** Where `part` stands in `text` as something of its own; -1 when it does not. */
function placeIn(text: string, part: string): number {
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
