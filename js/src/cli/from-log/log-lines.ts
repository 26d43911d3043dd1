// A log as lines, each with its number in the file and the time before it.

import { unwrapped } from "./unwrapped.js";

/** A line of a log. */
export interface LogLine {
  /** Its number in the file, from 1. */
  readonly number: number;
  /** What it says, without the time before it and without blanks around it. */
  readonly text: string;
  /** Whether a time stood before it. */
  readonly isStamped: boolean;
  /** That time as an RFC 3339 text; `undefined` where its zone is not known. */
  readonly time: string | undefined;
}

/** A blank, also the narrow one that Java writes before AM and PM, and the one of HTML. */
const BLANK = String.raw`[ \u00a0\u202f]`;
const DAY = String.raw`\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}`;
const CLOCK = String.raw`(\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d{1,9})?(?:${BLANK}?([AP])M)?`;
const ZONE = String.raw`(?:${BLANK}?(Z|UTC|GMT|[A-Z]{3,5}|[+-]\d{2}:?\d{2}))?`;
const STAMP = String.raw`\[?(${DAY}),?(?:${BLANK}|T)${CLOCK}${ZONE}\]?`;

/** A time at the beginning of a line. */
const STAMPED = new RegExp(String.raw`^\s*${STAMP}(?:\s+|$)`);

/** Where another time begins inside a line: a log whose line ends were lost. Without groups, for `split`. */
const NEXT = new RegExp(String.raw`\s(?=${STAMP}\s+[A-Z])`.replace(/\((?!\?)/g, "(?:"));

/** The lines of a log as somebody pasted it; empty ones are left out. */
export function logLines(text: string): LogLine[] {
  return unwrapped(text).flatMap((piece) =>
    piece.text.split(/\r\n|\n|\r/).flatMap((line, index) => linesOf(line, piece.line + index)),
  );
}

function linesOf(written: string, number: number): LogLine[] {
  return written
    .replace(/^[\u200b\ufeff]+/, "")
    .split(/<br\s*\/?>/i)
    .flatMap(apart)
    .map((line) => lineOf(line.replace(/^(?:\s*>)+\s?/, ""), number))
    .filter(({ text, isStamped }) => (text !== "" || isStamped) && !/^`{3,}\w*$/.test(text));
}

/** Splits at each time a line that has more than one, or one after the end of JSON. */
function apart(line: string): string[] {
  const isRun = STAMPED.test(line) || /^\s*[}\]]| IdP Response Debug Log/.test(line);
  return isRun ? line.split(NEXT) : [line];
}

function lineOf(line: string, number: number): LogLine {
  const stamp = STAMPED.exec(line);
  if (!stamp) return { number, text: line.trim(), isStamped: false, time: undefined };
  return { number, text: line.slice(stamp[0].length).trim(), isStamped: true, time: timeOf(stamp) };
}

/** The time of a stamp in a zone whose distance from UTC it says. */
function timeOf([, day = "", hour = "", minute, second, half, zone]: RegExpExecArray):
  | string
  | undefined {
  const date = dateOf(day);
  const offset = offsetOf(zone);
  if (date === undefined || offset === undefined) return undefined;
  const hours = half ? (Number(hour) % 12) + (half === "P" ? 12 : 0) : Number(hour);
  const text = `${date}T${String(hours).padStart(2, "0")}:${minute}:${second}`;
  const moment = Date.parse(`${text}${offset}`);
  // `Date` takes 30 February for 2 March.
  const isReal = Date.parse(`${text}Z`) > 0 && isoOf(Date.parse(`${text}Z`)) === `${text}Z`;
  return isReal && moment > 0 ? isoOf(moment) : undefined;
}

function isoOf(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, "Z");
}

/** FusionAuth writes the month first; with dots nobody knows which is which. */
function dateOf(day: string): string | undefined {
  if (day.includes("-")) return day;
  const [month = "", date = "", year] = day.split("/");
  return year ? `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}` : undefined;
}

function offsetOf(zone: string | undefined): string | undefined {
  if (zone === "Z" || zone === "UTC" || zone === "GMT") return "Z";
  const [, hours, minutes] = /^([+-]\d{2}):?(\d{2})$/.exec(zone ?? "") ?? [];
  return hours && `${hours}:${minutes}`;
}
