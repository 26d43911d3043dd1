// `console` as FusionAuth documents it: one argument a call, one event log a level and run.

import { bare, defineProperty, install, realm, slice, textOf } from "./primordials.js";
import { tellLogged, tellWarnMet } from "./told.js";

/** The most characters that one entry keeps. */
const LONGEST_ENTRY = 100_000;

type Level = "Information" | "Debug" | "Error";

const entries = bare<string>() as Partial<Record<Level, string>>;
let isDebug = false;
let warnExists = true;
let warnWasMet = false;

/** Debug messages are kept only when the lambda's `debug` is on. */
export function keepDebug(debug: boolean): void {
  isDebug = debug;
}

/** Whether `console` has `warn`, which no documentation says. */
export function assumeWarn(exists: boolean): void {
  warnExists = exists;
}

/** Puts what was logged, by level, and whether `console.warn` was asked for, into an answer. */
export function tellLog(answer: Record<string, unknown>): void {
  answer.log = entries;
  if (warnWasMet) answer.warnWasMet = true;
}

function log(level: Level, value: unknown): void {
  const earlier = entries[level];
  if (earlier !== undefined && earlier.length > LONGEST_ENTRY) return;
  const message = printed(value);
  const joined = earlier === undefined ? message : `${earlier}\n${message}`;
  const isLong = joined.length > LONGEST_ENTRY;
  const entry = isLong ? `${slice(joined, 0, LONGEST_ENTRY)}… (cut here)` : joined;
  entries[level] = entry;
  tellLogged(level, earlier === undefined ? entry : slice(entry, earlier.length));
}

/** A value as a line of the log: an object prints without its fields, as FusionAuth prints one. */
function printed(value: unknown): string {
  try {
    return textOf(value);
  } catch {
    return "[object Object]";
  }
}

/** Puts `console` into the realm. */
export function installConsole(): void {
  const console = {};
  const information = (value: unknown) => log("Information", value);
  install(console, "info", information);
  install(console, "log", (value: unknown) => log("Information", value));
  install(console, "debug", (value: unknown) => {
    if (isDebug) log("Debug", value);
  });
  install(console, "error", (value: unknown) => log("Error", value));
  const warn = bare<unknown>();
  warn.get = () => {
    if (!warnWasMet) tellWarnMet();
    warnWasMet = true;
    return warnExists ? information : undefined;
  };
  warn.set = (value: unknown) => install(console, "warn", value);
  warn.configurable = true;
  defineProperty(console, "warn", warn);
  install(realm, "console", console);
}
