// Dates as texts: GraalJS names the time zone, which goes by GMT.

import { construct, realm } from "../primordials.js";
import { shaped, supply } from "./supply.js";

const NativeDate = Date;
const call = Function.prototype.call;
const nativeText = call.bind(Date.prototype.toString) as (date: unknown) => string;
const nativeTime = call.bind(Date.prototype.toTimeString) as (date: unknown) => string;
const ZONE = " (GMT)";

function zoned(text: string): string {
  return text === "Invalid Date" ? text : text + ZONE;
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
    // biome-ignore lint/complexity/noArguments: how many were given makes a difference
    return construct(NativeDate, arguments, new.target);
  };
  shaped(made, "Date", 7);
  Object.defineProperty(made, "prototype", { value: prototype, writable: false });
  const { UTC, now, parse } = NativeDate;
  supply(made, { UTC, now, parse });
  supply(prototype, { constructor: made });
  supply(realm, { Date: made });
}
