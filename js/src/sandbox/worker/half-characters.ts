// Texts that hold half of a character, as `"😀"[0]` does: neither the core nor FusionAuth's database has a form
// for them.

/** JSON text writes half of a character by its number, and nothing else by a number that begins so. */
const HALF = /(?<!\\)(?:\\\\)*\\u(d[89a-f][0-9a-f]{2})/;
const HALVES = new RegExp(HALF, "g");
const REPLACEMENT = "\ufffd";

/** The part of an answer that is looked at. */
interface Answer {
  readonly user?: object;
  readonly registration?: object;
  readonly eventLog: unknown;
  readonly met: unknown;
}

/**
 * An engine's answer in which no text holds half of a character. A field that does cannot be stored; in a message
 * the sign for what cannot be shown takes its place.
 */
export function withoutHalves(answer: string): string {
  if (!HALF.test(answer)) return answer;
  const { user, registration, eventLog, met } = JSON.parse(answer) as Answer;
  const place = placeOfHalf(user, "/user") ?? placeOfHalf(registration, "/registration");
  if (place === undefined) return replaced(answer);
  const message = `what the lambda left in \`${place}\` cannot be stored: it holds half of a character`;
  return replaced(JSON.stringify({ failure: { kind: "threw", message }, eventLog, met }));
}

function replaced(text: string): string {
  return text.replaceAll(HALVES, (found) => found.slice(0, -6) + REPLACEMENT);
}

/** The pointer of the first text, or key, that holds half of a character. */
function placeOfHalf(value: unknown, place: string): string | undefined {
  if (typeof value === "string") return isHalf(value) ? place : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    if (isHalf(key)) return place;
    const step = key.replaceAll("~", "~0").replaceAll("/", "~1");
    const found = placeOfHalf(member, `${place}/${step}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isHalf(text: string): boolean {
  return HALF.test(JSON.stringify(text));
}
