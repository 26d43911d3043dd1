// `Intl.DateTimeFormat`, which the dates' own `toLocaleString` and the like use too.

import { shaped } from "../language/supply.js";
import { TypeErrorOf } from "../primordials.js";
import type { Edition } from "./formats.js";
import { tell } from "./host.js";
import { type Given, table } from "./options.js";
import { constructorOf, type Service, slotOf } from "./service.js";
import { instant, instants } from "./values.js";

/** Which fields are shown when none is asked for. */
export type Kind = "date" | "time" | "all";

const DATE_FIELDS = ["weekday", "year", "month", "day"];
const TIME_FIELDS = ["dayPeriod", "hour", "minute", "second", "fractionalSecondDigits"];
const DATE_DEFAULTS = ["year", "month", "day"];
const TIME_DEFAULTS = ["hour", "minute", "second"];
const OTHER_FIELDS = ["era", "timeZoneName"];

const NAMES = "narrow|short|long";
const DIGITS = "2-digit|numeric";
const STYLES = "full|long|medium|short";

function someOf(given: Given, names: readonly string[]): boolean {
  for (let index = 0; index < names.length; index++) {
    if (given[names[index] as string] !== undefined) return true;
  }
  return false;
}

function enterAll(given: Given, names: readonly string[]): void {
  for (let index = 0; index < names.length; index++) given[names[index] as string] = "numeric";
}

/** Enters the fields to show if none is asked for. */
function settle(given: Given, needed: Kind | "any", shown: Kind, isNewest: boolean): void {
  const { dateStyle, timeStyle } = given;
  const hasStyle = dateStyle !== undefined || timeStyle !== undefined;
  const hasDate = someOf(given, DATE_FIELDS);
  const hasTime = someOf(given, TIME_FIELDS);
  const isGiven =
    (needed !== "time" && hasDate) ||
    (needed !== "date" && hasTime) ||
    (needed === "any" && hasStyle);
  const isMixed = hasDate || hasTime || someOf(given, OTHER_FIELDS);
  const refused = needed === "date" ? timeStyle : needed === "time" ? dateStyle : undefined;
  if (refused !== undefined && !isNewest) {
    throw new TypeErrorOf(`${needed === "date" ? "time" : "date"}Style option is not allowed here`);
  }
  if (hasStyle && (isMixed || refused !== undefined)) {
    throw new TypeErrorOf(
      "dateStyle and timeStyle options cannot be mixed with other date/time options",
    );
  }
  if (isGiven || hasStyle) return;
  if (shown !== "time") enterAll(given, DATE_DEFAULTS);
  if (shown !== "date") enterAll(given, TIME_DEFAULTS);
}

/** The service, or one of those of `Date.prototype`. */
export function dateTimeFormat(edition: Edition, needed: Kind | "any", shown: Kind): Service {
  const { matcher, isNewest } = edition;
  const options = table(
    `${matcher};calendar;numberingSystem;hour12=?;hourCycle=h11|h12|h23|h24;timeZone;weekday=${NAMES};era=${NAMES};year=${DIGITS};month=${DIGITS}|${NAMES};day=${DIGITS};dayPeriod=${NAMES};hour=${DIGITS};minute=${DIGITS};second=${DIGITS};fractionalSecondDigits=1..3;timeZoneName=short|long|shortOffset|longOffset|shortGeneric|longGeneric;formatMatcher=basic|best fit;dateStyle=${STYLES};timeStyle=${STYLES}`,
  );
  return {
    name: "DateTimeFormat",
    options,
    settle: (given) => settle(given, needed, shown, isNewest),
  };
}

export function dateTimeFormatOf(edition: Edition): new () => object {
  const name = "DateTimeFormat";
  return constructorOf(dateTimeFormat(edition, "any", "date"), {
    get format() {
      const slot = slotOf(this, name);
      slot.bound ??= shaped((date: unknown) => tell(slot.key, "format", instant(date)), "", 1);
      return slot.bound;
    },
    formatToParts(this: unknown, date: unknown): unknown {
      return tell(slotOf(this, name).key, "formatToParts", instant(date));
    },
    formatRange(this: unknown, start: unknown, end: unknown): unknown {
      return tell(slotOf(this, name).key, "formatRange", instants(start, end));
    },
    formatRangeToParts(this: unknown, start: unknown, end: unknown): unknown {
      return tell(slotOf(this, name).key, "formatRangeToParts", instants(start, end));
    },
  });
}
