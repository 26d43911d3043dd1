// Changes to texts, as fuzzers make them: pieces are cut, doubled, swapped, taken from elsewhere, and made strange.

/** Numbers between 0 and 1 that follow from a seed (Mulberry32). */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const STRANGE = [
  "\u0000",
  "\ud83d",
  "\ufeff",
  "\u2028",
  "é",
  "🧑‍🚀",
  "\r",
  "\n",
  "\t",
  " ",
  "[",
  "]",
];
const STRANGER = ["{", "}", '"', "\\", "\\u", "&quot;", "__proto__", "null", "1e999", "-0", "%20"];

/** Most characters that an input may grow to. */
const LONGEST = 20_000;

/** `text` with one to eight changes; `others` are texts to take from, `words` what the target knows. */
export function mutate(text, next, { others, words }) {
  const below = (most) => Math.floor(next() * most);
  const one = (values) => values[below(values.length)];
  let changed = text;
  for (let count = 1 + below(8); count > 0; count -= 1) {
    const [from, length] = [below(changed.length + 1), 1 + below(2 ** below(8))];
    const [before, after] = [changed.slice(0, from), changed.slice(from)];
    const piece = after.slice(0, length);
    const rest = after.slice(length);
    changed = one([
      () => before + rest,
      () => before + piece + piece + rest,
      () => before + one([...STRANGE, ...STRANGER]) + after,
      () => before + one(words) + after,
      () => before + one(words) + rest,
      () => before + String.fromCharCode(below(next() < 0.8 ? 128 : 65536)) + rest,
      () => withLines(changed, (lines) => moved(lines, below(lines.length), below(lines.length))),
      () => withLines(changed, (lines) => lines.filter((_, at) => at !== from % lines.length)),
      () => before + slice(one(others), next) + rest,
      () => before.repeat(1 + below(2)) + after,
    ])();
    changed = changed.slice(0, LONGEST);
  }
  return changed;
}

function withLines(text, change) {
  return change(text.split("\n")).join("\n");
}

function moved(lines, from, to) {
  const left = [...lines];
  const [line] = left.splice(from, 1);
  left.splice(to, 0, line);
  return left;
}

function slice(text, next) {
  const from = Math.floor(next() * text.length);
  return text.slice(from, from + Math.floor(next() * 400));
}
