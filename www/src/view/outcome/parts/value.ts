// Values as people read them.

/** A value in one line of at most `room` characters. */
export function inline(value: unknown, room = Number.POSITIVE_INFINITY): string {
  const text = JSON.stringify(value) ?? "nothing";
  const characters = [...text];
  return characters.length <= room ? text : `${characters.slice(0, room - 1).join("")}…`;
}

/** Fields in which FusionAuth keeps milliseconds since 1970. */
const INSTANT = /(Instant|^expiry)$/;

/** The instant that a field holds, such as `2026-01-01 00:00:00 UTC`. */
export function instantOf(key: string, value: unknown): string | undefined {
  if (!INSTANT.test(key) || typeof value !== "number") return undefined;
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return undefined;
  return date
    .toISOString()
    .replace("T", " ")
    .replace(/(\.000)?Z$/, " UTC");
}
