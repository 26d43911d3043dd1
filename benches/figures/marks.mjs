// The marks that figures stand in, such as `<!--figure:policy.text-->18 µs<!--/-->`, in the text of a document.

const MARK = /<!--figure:([\w.-]+)-->([\s\S]*?)<!--\/-->/g;
/** What was measured once and cannot be measured again: experiments. */
const ONCE = /<!--measured once-->[\s\S]*?<!--\/-->/g;
const MEASURED =
  /\d[\d.,]*(?:\s?(?:–|to)\s?\d[\d.,]*)?\s?(?:µs|ms|KB|MB|×|microseconds?|milliseconds?)(?![\w/])/g;

function lineOf(text, index) {
  return text.slice(0, index).split("\n").length;
}

/** The names of the marks that `texts` has nothing for. */
export function unknown(text, texts) {
  return [...text.matchAll(MARK)].map(({ 1: name }) => name).filter((name) => !texts.has(name));
}

/** The text with every mark filled. */
export function filled(text, texts) {
  return text.replace(MARK, (_, name) => `<!--figure:${name}-->${texts.get(name) ?? ""}<!--/-->`);
}

/** The marks that say something else than what was measured, each as a line that begins with its place. */
export function stale(path, text, texts) {
  return [...text.matchAll(MARK)].flatMap(({ 1: name, 2: found, index }) => {
    const place = `${path}:${lineOf(text, index)}`;
    if (!texts.has(name))
      return [`${place}: there is no figure \`${name}\` in benches/results.json`];
    if (texts.get(name) === found) return [];
    const help = "`cargo xtask bench --documents` puts it in";
    return [`${place}: \`${name}\` is not what was measured: ${help}`];
  });
}

/** As long as before, so that places stay, but without what is in marks. */
function blanked(text) {
  const blank = (found) => found.replace(/[^\n]/g, " ");
  return text.replace(MARK, blank).replace(ONCE, blank);
}

/**
 * The numbers that look measured and stand in no mark, unless an entry of `allowed` is for the line; such an entry is
 * added to `used`.
 */
export function loose(path, text, allowed, used) {
  const plain = blanked(text);
  const lines = plain.split("\n");
  return [...plain.matchAll(MEASURED)].flatMap(({ 0: number, index }) => {
    const line = lineOf(plain, index);
    const isFor = (entry) =>
      entry.file === path && entry.text.includes(number) && lines[line - 1].includes(entry.text);
    const entry = allowed.find(isFor);
    if (entry) {
      used.add(entry);
      return [];
    }
    const help =
      "put it between `<!--figure:NAME-->` and `<!--/-->`, or say in benches/figures/allowed.json why it is not";
    return [`${path}:${line}: \`${number}\` looks measured: ${help}`];
  });
}
