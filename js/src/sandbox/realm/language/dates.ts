// Dates as texts: GraalJS names the time zone, which goes by GMT.

import { construct, realm, textOf } from "../primordials.js";
import { shaped, supply } from "./supply.js";

const NativeDate = Date;
const call = Function.prototype.call;
const nativeText = call.bind(Date.prototype.toString) as (date: unknown) => string;
const nativeTime = call.bind(Date.prototype.toTimeString) as (date: unknown) => string;
const ZONE = " (GMT)";

function zoned(text: string): string {
  return text === "Invalid Date" ? text : text + ZONE;
}

const nativeParse = Date.parse;
const nativeExec = call.bind(RegExp.prototype.exec) as (pattern: RegExp, text: string) => unknown;
const TIME_ALONE = /^\s*\d{1,2}:\d\d(?::\d\d)?\s*$/;
const HOURS_OFF_UTC = /T\d\d:\d\d(?::\d\d(?:\.\d+)?)?[+-]\d\d$/;
const NONE = Number.NaN;
const COMMA = /T\d\d:\d\d:\d\d,/;

/** What GraalJS reads otherwise than QuickJS: a time alone, an offset without minutes, a comma in a second. */
function parse(text: string): number {
  if (nativeExec(COMMA, text) !== null) return NONE;
  if (nativeExec(HOURS_OFF_UTC, text) !== null) return nativeParse(`${text}:00`);
  return nativeParse(nativeExec(TIME_ALONE, text) === null ? text : `1/1/2000 ${text}`);
}

/** Corrects `toString`, `toTimeString`, and `Date()` as a function. */
export function installDateTexts(): void {
  const { prototype } = NativeDate;
  supply(prototype, {
    toString(this: unknown): string {
      return zoned(nativeText(this));
    },
    toTimeString(this: unknown): string {
      return zoned(nativeTime(this));
    },
  });
  const made = function (this: unknown): unknown {
    if (new.target === undefined) return zoned(nativeText(new NativeDate()));
    // biome-ignore-start lint/complexity/noArguments: how many were given makes a difference
    if (arguments.length === 1 && typeof arguments[0] === "string") {
      return construct(NativeDate, [parse(arguments[0])], new.target);
    }
    return construct(NativeDate, arguments, new.target);
    // biome-ignore-end lint/complexity/noArguments: how many were given makes a difference
  };
  shaped(made, "Date", 7);
  Object.defineProperty(made, "prototype", { value: prototype, writable: false });
  const { UTC, now } = NativeDate;
  supply(made, {
    UTC,
    now,
    parse(text: unknown): number {
      return parse(textOf(text));
    },
  });
  supply(prototype, { constructor: made });
  supply(realm, { Date: made });
}
