// Colour, where a terminal shows it.

/** Marks up a text. */
type Paint = (text: string) => string;

/** The few emphases that the output has. Each means the same everywhere. */
export interface Style {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly warning: Paint;
}

const CODES = {
  strong: [1, 22],
  faint: [2, 22],
  good: [32, 39],
  bad: [31, 39],
  warning: [33, 39],
} as const;

/**
 * The style for a stream: colour on a terminal only.
 *
 * `NO_COLOR` and `FORCE_COLOR` are honoured as https://no-color.org and Node.js have them.
 */
export function styleFor(stream: { isTTY?: boolean }, environment = process.env): Style {
  const coloured = wantsColour(stream, environment);
  const paint =
    (name: keyof typeof CODES): Paint =>
    (text) =>
      coloured && text !== "" ? `\u001b[${CODES[name][0]}m${text}\u001b[${CODES[name][1]}m` : text;
  return {
    strong: paint("strong"),
    faint: paint("faint"),
    good: paint("good"),
    bad: paint("bad"),
    warning: paint("warning"),
  };
}

function wantsColour(stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  return stream.isTTY === true && TERM !== "dumb";
}
