// What the command line asks for.

const USAGE =
  "usage: node tests/parity/main.mjs [--pairs N] [--seed S] [--only SOURCE] [--shrink N]\n" +
  "  --pairs N      generated pairs, 5000 without it\n" +
  "  --seed S       another seed makes other pairs\n" +
  "  --only SOURCE  pairs of one source alone; `generated/17` is one pair alone\n" +
  "  --shrink N     how many differences are made smaller, 20 without it";

/** The options, or the end of the program with a sentence. */
export function optionsOf(words) {
  const options = { pairs: 5000, seed: "1", only: undefined, shrink: 20 };
  for (let index = 0; index < words.length; index += 2) {
    const name = words[index]?.replace(/^--/, "");
    const value = words[index + 1];
    if (!Object.hasOwn(options, name) || value === undefined) refuse(words[index]);
    options[name] = typeof options[name] === "number" ? count(words[index], value) : value;
  }
  return options;
}

function count(name, value) {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) refuse(`${name} ${value}`);
  return number;
}

function refuse(word) {
  console.error(`error: \`${word}\` is not understood\n${USAGE}`);
  process.exit(2);
}
