// What realms ask of an object of `Intl`, by its kind.

import { type DateParts, dateParts, dateRange, joined } from "./dates.js";
import { localeParts } from "./locale-parts.js";
import { Refused } from "./refusals.js";
import { resolved } from "./resolved.js";
import { canonical, type Made } from "./services.js";

type Operation = (made: Made, given: readonly unknown[]) => unknown;

/** What a realm gives for a number: its text, or that of a big integer, or any other text. */
function numberOf(text: unknown): number | bigint {
  const digits = String(text);
  // A text of digits is exact however long it is, which the host takes as it is.
  const isExact = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*$/.test(digits);
  return (isExact ? digits.trim() : Number(digits)) as number;
}

const supported: Operation = ({ service }, [tags]) => {
  const { supportedLocalesOf } = (Intl as never as Record<string, typeof Intl.Collator>)[
    service
  ] as typeof Intl.Collator;
  return supportedLocalesOf(canonical(tags as string[]));
};

const common = { supported, resolved: (made: Made) => resolved(made), new: () => null };

const PART_NAMES = { dateTimeField: "date-time field", calendar: "calendar" };

function nameOf({ object, version }: Made, code: string): unknown {
  const names = object as Intl.DisplayNames;
  const { type } = names.resolvedOptions();
  try {
    return names.of(code) ?? null;
  } catch {
    if (type === "currency") throw new Refused(`Currency, ${code}, is not well formed.`);
    if (type === "language") {
      throw new Refused(
        version === "24.1.2"
          ? `Invalid language ID: ${code}`
          : `Language tag is not well-formed: ${code}`,
      );
    }
    const subtag = PART_NAMES[type as never] ?? `${type} subtag`;
    throw new Refused(`Invalid ${subtag}: ${code}`);
  }
}

function relative<T>(unit: unknown, make: (unit: Intl.RelativeTimeFormatUnit) => T): T {
  try {
    return make(unit as Intl.RelativeTimeFormatUnit);
  } catch {
    throw new Refused(`Invalid unit argument for format() '${unit}'`);
  }
}

function segments({ object }: Made, text: string): unknown {
  const found = [...(object as Intl.Segmenter).segment(text)];
  return found.map(({ segment, index, isWordLike }) =>
    isWordLike === undefined ? [segment, index] : [segment, index, isWordLike],
  );
}

/** `Intl.NumberFormat` as the newest edition has it, which not every TypeScript knows. */
interface Numbers {
  format(value: number | bigint): string;
  formatToParts(value: number | bigint): object[];
  formatRange(start: number | bigint, end: number | bigint): string;
  formatRangeToParts(start: number | bigint, end: number | bigint): object[];
}
const numbers = ({ object }: Made) => object as Numbers;

/** Newer hosts group Swiss digits by a straight apostrophe. */
function swiss({ locales }: Made, text: string): string {
  return /-(?:CH|LI)\b/.test(locales[0] ?? "") ? text.replaceAll("'", "\u2019") : text;
}

/** What GraalJS 24.1.2 knows and the host cannot tell: the kinds that it lists differently. */
function values(key: string): string[] {
  try {
    return Intl.supportedValuesOf(key as "calendar");
  } catch {
    throw new Refused(`Invalid key : ${key}`);
  }
}

type Select = { select(value: number): string; selectRange(a: number, b: number): string };
const rules = ({ object }: Made) => object as Select;

/** The operations of each kind, by their names. */
export const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  Intl: {
    canonical: (_made, [tags]) => canonical(tags as string[]),
    values: (_made, [key]) => values(String(key)),
    lower: ({ locales }, [text]) => String(text).toLocaleLowerCase(first(locales)),
    upper: ({ locales }, [text]) => String(text).toLocaleUpperCase(first(locales)),
  },
  Collator: {
    ...common,
    compare: ({ object }, [a, b]) =>
      Math.sign((object as Intl.Collator).compare(String(a), String(b))),
  },
  DateTimeFormat: {
    ...common,
    format: (made, [time]) => joined(dateParts(made, Number(time))),
    formatToParts: (made, [time]) => dateParts(made, Number(time)),
    formatRange: (made, [start, end]) => joined(dateRange(made, Number(start), Number(end))),
    formatRangeToParts: (made, [start, end]): DateParts =>
      dateRange(made, Number(start), Number(end)),
  },
  DisplayNames: { ...common, of: (made, [code]) => nameOf(made, String(code)) },
  ListFormat: {
    ...common,
    format: ({ object }, [list]) => (object as Intl.ListFormat).format(list as string[]),
    formatToParts: ({ object }, [list]) =>
      (object as Intl.ListFormat).formatToParts(list as string[]),
  },
  Locale: { new: ({ object, version }) => localeParts(object as Intl.Locale, version) },
  NumberFormat: {
    ...common,
    format: (made, [value]) => swiss(made, numbers(made).format(numberOf(value))),
    formatToParts: (made, [value]) => numbers(made).formatToParts(numberOf(value)),
    formatRange: (made, [start, end]) => numbers(made).formatRange(numberOf(start), numberOf(end)),
    formatRangeToParts: (made, [start, end]) =>
      numbers(made).formatRangeToParts(numberOf(start), numberOf(end)),
  },
  PluralRules: {
    ...common,
    select: (made, [value]) => rules(made).select(Number(value)),
    selectRange: (made, [start, end]) => rules(made).selectRange(Number(start), Number(end)),
  },
  RelativeTimeFormat: {
    ...common,
    format: ({ object }, [value, unit]) =>
      relative(unit, (name) => (object as Intl.RelativeTimeFormat).format(Number(value), name)),
    formatToParts: ({ object }, [value, unit]) =>
      relative(unit, (name) =>
        (object as Intl.RelativeTimeFormat).formatToParts(Number(value), name),
      ),
  },
  Segmenter: { ...common, segment: (made, [text]) => segments(made, String(text)) },
};

function first(locales: readonly string[]): string {
  return locales[0] ?? "en-US";
}
