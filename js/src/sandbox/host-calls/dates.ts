// Dates as GraalJS prints them: hosts differ in the spaces between a time and its `AM`, and in whether an hour that is
// to be `numeric` keeps its zero.

import type { Made } from "./services.js";

/** What a formatted date is made of. */
export type DateParts = { type: string; value: string; source?: string }[];

/** The text of parts. */
export function joined(parts: DateParts): string {
  let text = "";
  for (const { value } of parts) text += value;
  return text;
}

/** A date's parts. */
export function dateParts(made: Made, time: number): DateParts {
  return mended(made, (made.object as Intl.DateTimeFormat).formatToParts(time));
}

/** The parts of a range. GraalJS takes its ends as they come. */
export function dateRange(made: Made, start: number, end: number): DateParts {
  const format = made.object as Intl.DateTimeFormat & {
    formatRangeToParts(start: number, end: number): DateParts;
  };
  return mended(made, format.formatRangeToParts(start, end));
}

const SPACES = /[ \u202f]/g;

function mended(made: Made, parts: DateParts): DateParts {
  const { version, object } = made;
  const { locale } = (object as Intl.DateTimeFormat).resolvedOptions();
  const isOld = version === "22.3.3";
  for (const [index, part] of parts.entries()) {
    if (isOld) part.value = part.value.replace(/[\u202f\u2009]/g, " ");
    else if (isBesideHalf(parts, index)) part.value = spaced(part.value, locale);
    else if (isBetween(parts, index)) part.value = part.value.replace(/^ – $/, "\u2009–\u2009");
  }
  if (version === "24.1.2") shortenNumeric(made, parts, locale);
  return parts;
}

/** Whether a text stands between a time and the half of its day. */
function isBesideHalf(parts: DateParts, index: number): boolean {
  return parts[index]?.type === "literal" && parts[index + 1]?.type === "dayPeriod";
}

function isBetween(parts: DateParts, index: number): boolean {
  return parts[index]?.type === "literal" && parts[index]?.source === "shared";
}

/** English has a narrow space there since 2022, which browsers take back. */
function spaced(text: string, locale: string): string {
  return /^en\b/.test(locale) ? text.replace(SPACES, "\u202f") : text;
}

/** The locales in which GraalJS 24 prints months and days without a zero when they are `numeric`. */
const WITHOUT_ZEROS = /^(?:sv|lt)\b/;

/** GraalJS 24 takes `numeric` at its word, where locales prefer two digits. */
function shortenNumeric({ options }: Made, parts: DateParts, locale: string): void {
  const { hour, month, day, year, hourCycle, hour12 } = options;
  const isFree = hourCycle === undefined && hour12 === undefined && options.dateStyle === undefined;
  for (const part of parts) {
    if (!/^0\d$/.test(part.value)) continue;
    const isHour =
      part.type === "hour" && hour === "numeric" && isFree && !isTwoDigits(options, locale);
    const isDate =
      (part.type === "month" && month === "numeric" && year !== undefined) ||
      (part.type === "day" && day === "numeric" && month === "numeric");
    if (isHour || (isDate && WITHOUT_ZEROS.test(locale))) part.value = part.value.slice(1);
  }
}

/** British times keep their zero as long as no zone is named. */
function isTwoDigits(options: Made["options"], locale: string): boolean {
  return /^en-(?:GB|IE)\b/.test(locale) && options.timeZoneName === undefined;
}
