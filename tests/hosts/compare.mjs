// A host's answers beside the right ones.

/** What is wrong with `answers`, which has to have every right answer of the entries that the host imports. */
export function differences(answers, right, parts) {
  const entries = parts.map((part) => (part === "inline" ? "main" : part));
  const isAsked = (name) => entries.includes(name.slice(0, name.indexOf(":")));
  const names = new Set([...Object.keys(right).filter(isAsked), ...Object.keys(answers)]);
  return [...names]
    .filter((name) => answers[name] !== right[name])
    .map((name) => `${name}: ${around(answers[name], right[name])}`);
}

/** The place where two texts part. */
function around(found = "(no answer)", right = "(no such question)") {
  let at = 0;
  while (at < right.length && found[at] === right[at]) at += 1;
  const from = Math.max(0, at - 20);
  return `\`${found.slice(from, at + 60)}\` in place of \`${right.slice(from, at + 60)}\``;
}
