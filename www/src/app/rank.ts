// Finds things by a few letters of their name, the best first.

/** What a letter is worth at the beginning of a word, and elsewhere. */
const WORTH = { start: 8, next: 5 };

/**
 * How well a query's letters are found in a text, in their order; 0 for not at all. Every word of the query is looked
 * for by itself, so `roles cognito` finds `Cognito groups become roles`.
 */
export function score(query: string, text: string): number {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.map((word) => wordScore(word, text.toLowerCase()));
  if (found.includes(0)) return 0;
  const sum = found.reduce((all, one) => all + one, 0);
  return words.length === 0 ? 1 : sum / words.join("").length + phraseScore(words.join(" "), text);
}

/** Words that follow each other in the text as in the query say more, and most of all at its beginning. */
function phraseScore(phrase: string, text: string): number {
  const at = text.toLowerCase().indexOf(phrase);
  return at < 0 ? 0 : at === 0 ? 2 : 1;
}

function wordScore(word: string, text: string): number {
  const whole = wholeScore(word, text);
  if (whole > 0) return whole;
  // Letters here and there say little when there are few of them, or the text is long.
  return word.length >= 3 ? scatteredScore(word, text) : 0;
}

function wholeScore(word: string, text: string): number {
  let best = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const first = isStart(text, at) ? WORTH.start : WORTH.next;
    best = Math.max(best, 2 * (first + WORTH.start * (word.length - 1)));
  }
  return best;
}

/** Letters count only at the start of words, or right after one that was found. */
function scatteredScore(word: string, text: string): number {
  let [sum, at] = [0, -1];
  for (const letter of word) {
    if (text[at + 1] === letter && at >= 0) {
      at += 1;
      sum += WORTH.next;
      continue;
    }
    do at = text.indexOf(letter, at + 1);
    while (at > 0 && !isStart(text, at));
    if (at < 0) return 0;
    sum += WORTH.start / 2;
  }
  return sum;
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "");
}

/** Those that a query finds, the best first; those that are as good stay in their order. */
export function rank<T>(query: string, all: readonly T[], textOf: (one: T) => string): T[] {
  return all
    .map((one) => ({ one, found: score(query, textOf(one)) }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found)
    .map(({ one }) => one);
}
