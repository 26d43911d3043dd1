// Objects of `Intl`, made as GraalJS makes them: its own words where something is refused, and its defaults instead
// of those of the machine that this runs on.

import type { GraalJsVersion } from "../../engines/versions.js";
import { orRefuse, Refused } from "./refusals.js";

/** What a realm asks for. */
export interface Wanted {
  readonly service: string;
  readonly locales: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly version: GraalJsVersion;
}

/** What was made of it. */
export interface Made extends Wanted {
  /** The host's own object. */
  readonly object: object;
}

/** The locale of GraalJS, when none is given or none of those given is known. */
const DEFAULT_LOCALE = "en-US";
/** Its time zone is UTC by the name of GMT, which this has without ever another. */
const GMT = "Africa/Abidjan";

type Constructor = new (locales: readonly string[], options: object) => object;
const SERVICES = Intl as unknown as Record<string, Constructor>;

/** The tags in their canonical form. */
export function canonical(locales: readonly string[]): string[] {
  for (const tag of locales) {
    orRefuse(() => Intl.getCanonicalLocales(tag), `Language tag is not well-formed: ${tag}`);
    // Without an extended language any more, which ICU does not read.
    if (/^[a-z]{2,3}-[a-z]{3}(?:-|$)/i.test(tag)) {
      throw new Refused(`Language tag is not well-formed: ${tag}`);
    }
  }
  return Intl.getCanonicalLocales(locales as string[]);
}

const KEYWORD = /^[a-z\d]{3,8}(?:-[a-z\d]{3,8})*$/i;

/** Refuses options that are none of any list. */
function checked({ options, version }: Wanted): void {
  for (const name of ["calendar", "numberingSystem", "collation"]) {
    const value = options[name];
    if (typeof value === "string" && !KEYWORD.test(value)) {
      throw new Refused(`Invalid option: ${value}`);
    }
  }
  const { currency, unit, timeZone } = options;
  if (typeof currency === "string" && !/^[a-z]{3}$/i.test(currency)) {
    throw new Refused(`Currency, ${currency}, is not well formed.`);
  }
  if (typeof unit === "string") {
    const make = () => new Intl.NumberFormat("en", { style: "unit", unit });
    orRefuse(make, `Invalid unit identifier: ${unit}`);
  }
  if (typeof timeZone === "string") checkZone(timeZone, version);
}

function checkZone(timeZone: string, version: GraalJsVersion): void {
  const message = `Invalid time zone ${timeZone}`;
  if (/^[+-]/.test(timeZone) && version !== "24.1.2") throw new Refused(message);
  const zone = String(zoneOf(timeZone));
  orRefuse(() => new Intl.DateTimeFormat("en", { timeZone: zone }), message);
}

/** Options with those of the host's own defaults that differ from GraalJS's. */
function completed({ service, options, locales, version }: Wanted): Record<string, unknown> {
  const given = { ...options };
  if (service === "Collator") {
    // It tells these two when it is asked for its options, and compares without them.
    delete given.numeric;
    delete given.caseFirst;
  }
  if (service !== "DateTimeFormat") return given;
  given.timeZone = zoneOf(options.timeZone);
  if (given.hour12 === false) {
    delete given.hour12;
    given.hourCycle = version === "24.1.2" ? "h23" : longCycle(locales);
  }
  return given;
}

/** The host's name of a zone: not every host has those that are an offset. */
function zoneOf(zone: unknown): unknown {
  if (zone === undefined) return GMT;
  const [, sign, hours] = HOURS.exec(String(zone)) ?? [];
  return hours ? `Etc/GMT${sign === "+" ? "-" : "+"}${Number(hours)}` : zone;
}

const HOURS = /^([+-])(\d\d)(?::?00)?$/;

/** The cycle of 24 hours that a locale has: in older engines the one that its own cycle belongs to. */
function longCycle(locales: readonly string[]): string {
  const format = new Intl.DateTimeFormat([...locales, DEFAULT_LOCALE], { hour: "numeric" });
  return format.resolvedOptions().hourCycle === "h12" ? "h24" : "h23";
}

/** Makes what is wanted. */
export function created(wanted: Wanted): Made {
  const { service, options } = wanted;
  const locales = canonical(wanted.locales);
  if (service === "Intl") return { ...wanted, locales, object: {} };
  if (service === "Locale") return { ...wanted, locales, object: localeOf(wanted) };
  checked(wanted);
  const all = [...locales, DEFAULT_LOCALE];
  const make = SERVICES[service] as Constructor;
  try {
    return { ...wanted, locales, object: new make(all, completed(wanted)) };
  } catch (error) {
    throw new Refused(reasonOf(options, error));
  }
}

function reasonOf(options: Readonly<Record<string, unknown>>, error: unknown): string {
  const { minimumFractionDigits: least, maximumFractionDigits: most, roundingIncrement } = options;
  if (typeof least === "number" && typeof most === "number" && least > most) {
    return "minimumFractionDigits higher than maximumFractionDigits";
  }
  if (roundingIncrement !== undefined) return "roundingIncrement value is out of range.";
  return error instanceof Error ? error.message : String(error);
}

function localeOf({ locales, options }: Wanted): Intl.Locale {
  const [tag = ""] = locales;
  for (const [name, pattern] of SUBTAGS) {
    const value = options[name];
    if (typeof value === "string" && !pattern.test(value)) {
      throw new Refused(`Invalid ${name} subtag: ${value}`);
    }
  }
  checked({ service: "Locale", locales, options, version: "24.1.2" });
  const { firstDayOfWeek: day, ...rest } = options;
  const locale = new Intl.Locale(tag, rest);
  if (typeof day !== "string") return locale;
  const text = locale.toString();
  const [start, end] = text.includes("-u-") ? text.split("-u-") : [text, undefined];
  return new Intl.Locale(`${start}-u-fw-${day}${end === undefined ? "" : `-${end}`}`);
}

const SUBTAGS: readonly (readonly [string, RegExp])[] = [
  ["language", /^(?:[a-z]{2,3}|[a-z]{5,8})$/i],
  ["script", /^[a-z]{4}$/i],
  ["region", /^(?:[a-z]{2}|\d{3})$/i],
];
