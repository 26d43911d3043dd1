// What an ending feels like, at first sight.

/** What an ending feels like; each has a colour, a shape and a word. */
export type Tone = "good" | "waiting" | "refused";

/** The tone of a status, as the command line has it. */
export function toneOf(status: number): Tone {
  if (status === 200) return "good";
  return status < 300 ? "waiting" : "refused";
}
