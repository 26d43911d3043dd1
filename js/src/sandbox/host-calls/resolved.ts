// `resolvedOptions` with the names that GraalJS gives, in its order.

import type { Made } from "./services.js";

type Options = Readonly<Record<string, unknown>>;

const NUMBER =
  "locale numberingSystem style currency currencyDisplay currencySign unit unitDisplay minimumIntegerDigits minimumFractionDigits maximumFractionDigits minimumSignificantDigits maximumSignificantDigits";
const PLURAL =
  "locale type minimumIntegerDigits minimumFractionDigits maximumFractionDigits minimumSignificantDigits maximumSignificantDigits";

/** By the kind, and where the versions differ by these. */
const ORDERS: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  Collator: "locale usage sensitivity ignorePunctuation collation numeric caseFirst",
  DateTimeFormat:
    "locale calendar numberingSystem timeZone hourCycle hour12 weekday era year month day hour minute second fractionalSecondDigits timeZoneName dateStyle timeStyle",
  DisplayNames: "locale style type fallback languageDisplay",
  ListFormat: "locale type style",
  NumberFormat: {
    "22.3.3": `${NUMBER} useGrouping notation compactDisplay signDisplay roundingMode roundingIncrement trailingZeroDisplay roundingPriority`,
    "23.1.2": `${NUMBER} roundingMode roundingIncrement trailingZeroDisplay useGrouping notation compactDisplay signDisplay roundingPriority`,
    "24.1.2": `${NUMBER} useGrouping notation compactDisplay signDisplay roundingIncrement roundingMode roundingPriority trailingZeroDisplay`,
  },
  PluralRules: {
    "22.3.3": `${PLURAL} pluralCategories roundingPriority`,
    "23.1.2": `${PLURAL} roundingMode roundingIncrement trailingZeroDisplay pluralCategories roundingPriority`,
    "24.1.2": `${PLURAL} pluralCategories roundingIncrement roundingMode roundingPriority trailingZeroDisplay`,
  },
  RelativeTimeFormat: "locale style numeric numberingSystem",
  Segmenter: "locale granularity",
};

/** What an object of `Intl` was made with in the end. */
export function resolved(made: Made): object {
  const { service, version, object } = made;
  const order = ORDERS[service];
  const names = typeof order === "string" ? order : (order?.[version] ?? "");
  const found = corrected(made, (object as Intl.Collator).resolvedOptions() as object as Options);
  const shown: Record<string, unknown> = {};
  for (const name of names.split(" ")) {
    if (found[name] !== undefined) shown[name] = found[name];
  }
  return shown;
}

const OFFSET = /^([+-]\d\d):?(\d\d)?$/;

/** The zone that GraalJS names: UTC by its other name as long as no lambda asked for it. */
function zoneOf(zone: unknown, found: Options): unknown {
  if (zone === undefined) return "GMT";
  const [, hours, minutes = "00"] = OFFSET.exec(String(zone)) ?? [];
  return hours ? `${hours}:${minutes}` : found.timeZone;
}

const ROUNDING: Options = {
  roundingIncrement: 1,
  roundingMode: "halfExpand",
  roundingPriority: "auto",
  trailingZeroDisplay: "auto",
};

function corrected({ service, options, version }: Made, found: Options): Options {
  if (service === "DateTimeFormat") {
    return { ...found, timeZone: zoneOf(options.timeZone, found) };
  }
  if (service === "Collator") {
    const { numeric = found.numeric, caseFirst = found.caseFirst } = options;
    return { ...found, numeric, caseFirst };
  }
  if (service === "NumberFormat" && version !== "24.1.2") {
    return { ...found, useGrouping: found.useGrouping !== false };
  }
  if (service !== "PluralRules") return found;
  const categories = [...(found.pluralCategories as string[])].sort();
  // Not every host tells how rules round.
  return { ...ROUNDING, ...options, ...found, pluralCategories: categories };
}
