// `Intl.Collator`, `NumberFormat`, `PluralRules`, `RelativeTimeFormat`, `ListFormat` and `DisplayNames`.

import { shaped } from "../language/supply.js";
import { NumberOf, quoted, RangeErrorOf, TypeErrorOf, textOf } from "../primordials.js";
import { tell } from "./host.js";
import { type Given, table } from "./options.js";
import { constructorOf, type Service, slotOf } from "./service.js";
import { numeric, range } from "./values.js";

type Constructor = new () => object;

/** What differs between the versions. */
export interface Edition {
  readonly version: string;
  readonly matcher: string;
  readonly isNewest: boolean;
}

const MODES =
  "roundingMode=ceil|floor|expand|trunc|halfCeil|halfFloor|halfExpand|halfTrunc|halfEven";
const INCREMENT = "roundingIncrement=1..5000";
const PRIORITY = "roundingPriority=auto|morePrecision|lessPrecision";
const ZEROS = "trailingZeroDisplay=auto|stripIfInteger";

/** How numbers are rounded, in the order in which a version reads it. */
const ROUNDING: Readonly<Record<string, string>> = {
  "22.3.3": `${PRIORITY};${INCREMENT};${ZEROS}`,
  "23.1.2": `${PRIORITY};${INCREMENT};${MODES};${ZEROS}`,
  "24.1.2": `${INCREMENT};${MODES};${PRIORITY};${ZEROS}`,
};

function digits({ isNewest }: Edition): string {
  const most = isNewest ? 100 : 20;
  return `minimumIntegerDigits=1..21;minimumFractionDigits=0..${most};maximumFractionDigits=0..${most};minimumSignificantDigits=1..21;maximumSignificantDigits=1..21`;
}

/** `Intl.Collator`, which `localeCompare` uses too. */
export function collator({ matcher }: Edition): Service {
  const rest =
    "collation;numeric=?;caseFirst=upper|lower|false;sensitivity=base|accent|case|variant;ignorePunctuation=?";
  return { name: "Collator", options: table(`usage=sort|search;${matcher};${rest}`) };
}

/** `Intl.NumberFormat`, which `toLocaleString` uses too. */
export function numberFormat(edition: Edition): Service {
  const { matcher, isNewest, version } = edition;
  const last = version === "22.3.3" ? `;${MODES}` : "";
  const unitDisplay = isNewest ? "long|short|narrow" : "short|narrow|long";
  const grouping = isNewest ? "grouping" : "?";
  const text = `${matcher};numberingSystem;style=decimal|percent|currency|unit;currency;currencyDisplay=code|symbol|narrowSymbol|name;currencySign=standard|accounting;unit;unitDisplay=${unitDisplay};notation=standard|scientific|engineering|compact;${digits(edition)};${ROUNDING[version]};compactDisplay=short|long;useGrouping=${grouping};signDisplay=auto|never|always|exceptZero|negative${last}`;
  return { name: "NumberFormat", options: table(text), settle: settleNumber };
}

function settleNumber({ style, currency, unit }: Given): void {
  if (style === "currency" && currency === undefined) {
    throw new TypeErrorOf('Currency can not be undefined when style is "currency".');
  }
  if (style === "unit" && unit === undefined) {
    throw new TypeErrorOf('Unit can not be undefined when style is "unit".');
  }
}

export function collatorOf(service: Service): Constructor {
  return constructorOf(service, {
    get compare() {
      const slot = slotOf(this, "Collator");
      slot.bound ??= shaped(
        (a: unknown, b: unknown) =>
          tell(slot.key, "compare", `${quoted(textOf(a))},${quoted(textOf(b))}`),
        "",
        2,
      );
      return slot.bound;
    },
  });
}

export function numberFormatOf(service: Service): Constructor {
  const name = "NumberFormat";
  return constructorOf(service, {
    get format() {
      const slot = slotOf(this, name);
      slot.bound ??= shaped((value: unknown) => tell(slot.key, "format", numeric(value)), "", 1);
      return slot.bound;
    },
    formatToParts(this: unknown, value: unknown): unknown {
      return tell(slotOf(this, name).key, "formatToParts", numeric(value));
    },
    formatRange(this: unknown, start: unknown, end: unknown): unknown {
      return tell(slotOf(this, name).key, "formatRange", range(start, end));
    },
    formatRangeToParts(this: unknown, start: unknown, end: unknown): unknown {
      return tell(slotOf(this, name).key, "formatRangeToParts", range(start, end));
    },
  });
}

export function pluralRulesOf(edition: Edition): Constructor {
  const { matcher, version } = edition;
  const name = "PluralRules";
  const options = table(
    `${matcher};type=cardinal|ordinal;${digits(edition)};${version === "22.3.3" ? PRIORITY : ROUNDING[version]}`,
  );
  return constructorOf(
    { name, options, needsNew: true },
    {
      select(this: unknown, value: unknown): unknown {
        return tell(slotOf(this, name).key, "select", numeric(NumberOf(value)));
      },
      selectRange(this: unknown, start: unknown, end: unknown): unknown {
        return tell(slotOf(this, name).key, "selectRange", range(start, end));
      },
    },
  );
}

function relative(value: unknown, unit: unknown): string {
  const number = NumberOf(value);
  const name = textOf(unit);
  if (number - number !== 0) {
    throw new RangeErrorOf("Value need to be finite number for Intl.RelativeTimeFormat operation");
  }
  return `${numeric(number)},${quoted(name)}`;
}

export function relativeTimeFormatOf({ matcher }: Edition): Constructor {
  const name = "RelativeTimeFormat";
  const options = table(`${matcher};numberingSystem;style=long|short|narrow;numeric=always|auto`);
  return constructorOf(
    { name, options, needsNew: true },
    {
      format(this: unknown, value: unknown, unit: unknown): unknown {
        return tell(slotOf(this, name).key, "format", relative(value, unit));
      },
      formatToParts(this: unknown, value: unknown, unit: unknown): unknown {
        return tell(slotOf(this, name).key, "formatToParts", relative(value, unit));
      },
    },
  );
}

/** The texts of what can be iterated, as JSON text of a list. */
function texts(list: unknown): string {
  let text = "";
  if (list === undefined) return "[]";
  for (const element of list as Iterable<unknown>) {
    if (typeof element !== "string") throw new TypeErrorOf("nonString value encountered!");
    text += text === "" ? quoted(element) : `,${quoted(element)}`;
  }
  return `[${text}]`;
}

export function listFormatOf({ matcher }: Edition): Constructor {
  const name = "ListFormat";
  const options = table(`${matcher};type=conjunction|disjunction|unit;style=long|short|narrow`);
  return constructorOf(
    { name, options, needsNew: true, takesObjects: true },
    {
      format(this: unknown, list: unknown): unknown {
        return tell(slotOf(this, name).key, "format", texts(list));
      },
      formatToParts(this: unknown, list: unknown): unknown {
        return tell(slotOf(this, name).key, "formatToParts", texts(list));
      },
    },
  );
}

export function displayNamesOf({ matcher }: Edition): Constructor {
  const name = "DisplayNames";
  const options = table(
    `${matcher};style=narrow|short|long;type=language|region|script|currency|calendar|dateTimeField;fallback=code|none;languageDisplay=dialect|standard`,
  );
  const settle = ({ type }: Given, given: unknown): void => {
    if (given === undefined) throw new TypeErrorOf("options not specified");
    if (type === undefined) throw new TypeErrorOf("'type' option not specified");
  };
  return constructorOf(
    { name, options, needsNew: true, takesObjects: true, length: 2, settle },
    {
      of(this: unknown, code: unknown): unknown {
        const { key } = slotOf(this, name);
        const value = tell(key, "of", quoted(textOf(code)));
        return value === null ? undefined : value;
      },
    },
  );
}
