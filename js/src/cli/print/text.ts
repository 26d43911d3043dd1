// Lines of bounded width, and texts that cannot disturb a terminal.

/** Widest line that the output has. */
export const WIDTH = 80;

/**
 * `text` in lines of at most `width` characters: the first begins with `first`, the others with spaces of
 * the same length. A word that is longer than a line stays whole, so that it can be copied.
 */
export function wrap(text: string, first = "", width = WIDTH): string {
  const rest = " ".repeat(first.length);
  const lines: string[] = [];
  for (const paragraph of visible(text, true).split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (line !== "" && first.length + line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else {
        line = line === "" ? word : `${line} ${word}`;
      }
    }
    lines.push(line);
  }
  return lines.map((line, index) => (index === 0 ? first : rest) + line).join("\n");
}

/** Everything that moves the cursor, changes colours, or reverses the direction of writing. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** `text` with control characters written out, because claims are other people's text. */
export function visible(text: string, keepLines = false): string {
  return text.replace(UNSAFE, (character) =>
    keepLines && character === "\n"
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A value as JSON in one line of at most `room` characters. */
export function inline(value: unknown, room = Number.POSITIVE_INFINITY): string {
  const characters = [...visible(jsonOf(value))];
  if (characters.length <= room) return characters.join("");
  return `${characters.slice(0, room - 1).join("")}…`;
}

/** BigInt is how whole numbers beyond 2^53 are held, see `parseExact`. */
function jsonOf(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([key, item]) => `${JSON.stringify(key)}: ${jsonOf(item)}`,
    );
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }
  return JSON.stringify(value) ?? "nothing";
}
