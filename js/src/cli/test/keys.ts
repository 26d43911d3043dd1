// What somebody who watches a test run asks for.

/** Runs everything, writes `expect` anew where it does not hold, or ends. */
export type Wish = "all" | "update" | "quit";

const KEYS: Readonly<Record<string, Wish>> = {
  "\r": "all",
  "\n": "all",
  u: "update",
  q: "quit",
  // Control and C or D, which a terminal in raw mode passes on.
  "\u0003": "quit",
  "\u0004": "quit",
};

/** A terminal's input, or what takes its place. */
export interface Input extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
  setRawMode?(mode: boolean): unknown;
  unref?(): unknown;
}

/** Calls `wish` for every key that means something, and with `quit` at the end of `input`. The answer stops it. */
export function listen(input: Input, wish: (wish: Wish) => void): () => void {
  const onData = (data: Buffer | string) => {
    // Without a terminal nobody presses keys, and only the end means something.
    if (!input.isTTY) return;
    for (const key of data.toString()) {
      const meant = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
      if (meant) wish(meant);
    }
  };
  const onEnd = () => wish("quit");
  if (input.isTTY) input.setRawMode?.(true);
  input.on("data", onData);
  input.on("end", onEnd);
  input.on("error", onEnd);
  return () => {
    input.off("data", onData);
    input.off("end", onEnd);
    input.off("error", onEnd);
    if (input.isTTY) input.setRawMode?.(false);
    input.pause();
    input.unref?.();
  };
}
