// The methods of texts, numbers, dates and lists that depend on a locale.

import { supply } from "../language/supply.js";
import {
  apply,
  isNotANumber,
  NumberOf,
  quoted,
  TypeErrorOf,
  textOf,
  toLowerCase,
  toUpperCase,
} from "../primordials.js";
import { tell } from "./host.js";
import { lengthOf, listed, objectOf } from "./locales.js";
import { keyOf, type Service } from "./service.js";
import { numeric } from "./values.js";

/** The services that these methods use. */
export interface Used {
  readonly compare: Service;
  readonly numbers: Service;
  readonly date: Service;
  readonly time: Service;
  readonly all: Service;
}

const timeOf = Date.prototype.getTime;
const numberOf = Number.prototype.valueOf;
const bigIntOf = BigInt.prototype.valueOf;
const lengthOfTyped = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Int8Array.prototype),
  "length",
)?.get as () => number;

/** What they say of themselves: locales and options are not counted. */
const LENGTHS = {
  localeCompare: 1,
  toLocaleString: 0,
  toLocaleDateString: 0,
  toLocaleTimeString: 0,
  toLocaleLowerCase: 0,
  toLocaleUpperCase: 0,
};

function text(value: unknown): string {
  if (value !== undefined && value !== null) return textOf(value);
  throw new TypeErrorOf(`Cannot convert undefined or null to object: ${textOf(value)}`);
}

/** What `method` gives for `value`, which has to be `what`. */
function primitive<T>(method: () => T, value: unknown, what: string): T {
  try {
    return apply(method, value, []) as T;
  } catch {
    throw new TypeErrorOf(
      what === "Date" ? "not a Date object" : `${textOf(value)} is not a ${what}`,
    );
  }
}

function isPlain(locales: unknown, options: unknown): boolean {
  return locales === undefined && options === undefined;
}

function supplyTexts(compare: Service): void {
  const plain = keyOf(compare, undefined, undefined);
  supply(
    String.prototype,
    {
      localeCompare(this: unknown, that: unknown, locales: unknown, options: unknown): unknown {
        const texts = `${quoted(text(this))},${quoted(textOf(that))}`;
        return tell(
          isPlain(locales, options) ? plain : keyOf(compare, locales, options),
          "compare",
          texts,
        );
      },
      toLocaleLowerCase(this: unknown, locales: unknown): unknown {
        const given = text(this);
        if (locales === undefined) return toLowerCase(given);
        return tell(`["Intl",${listed(locales)},{}]`, "lower", quoted(given));
      },
      toLocaleUpperCase(this: unknown, locales: unknown): unknown {
        const given = text(this);
        if (locales === undefined) return toUpperCase(given);
        return tell(`["Intl",${listed(locales)},{}]`, "upper", quoted(given));
      },
    },
    LENGTHS,
  );
}

function supplyNumbers(numbers: Service): void {
  supply(
    Number.prototype,
    {
      toLocaleString(this: unknown, locales: unknown, options: unknown): unknown {
        const value = primitive(numberOf, this, "Number");
        return tell(keyOf(numbers, locales, options), "format", numeric(value));
      },
    },
    LENGTHS,
  );
  supply(
    BigInt.prototype,
    {
      toLocaleString(this: unknown, locales: unknown, options: unknown): unknown {
        const value = primitive(bigIntOf, this, "BigInt");
        return tell(keyOf(numbers, locales, options), "format", numeric(value));
      },
    },
    LENGTHS,
  );
}

function supplyDates({ all, date, time }: Used): void {
  const shown = (value: unknown, service: Service, locales: unknown, options: unknown) => {
    const instant = primitive(timeOf, value, "Date");
    if (isNotANumber(instant)) return "Invalid Date";
    return tell(keyOf(service, locales, options), "format", textOf(instant));
  };
  supply(
    Date.prototype,
    {
      toLocaleString(this: unknown, locales: unknown, options: unknown): unknown {
        return shown(this, all, locales, options);
      },
      toLocaleDateString(this: unknown, locales: unknown, options: unknown): unknown {
        return shown(this, date, locales, options);
      },
      toLocaleTimeString(this: unknown, locales: unknown, options: unknown): unknown {
        return shown(this, time, locales, options);
      },
    },
    LENGTHS,
  );
}

type List = Record<number, unknown>;

function joined(list: List, length: number, locales: unknown, options: unknown): string {
  let text = "";
  for (let index = 0; index < length; index++) {
    if (index > 0) text += ",";
    const element = list[index] as { toLocaleString(...given: unknown[]): unknown } | undefined;
    if (element === undefined || element === null) continue;
    text += textOf(element.toLocaleString(locales, options));
  }
  return text;
}

function supplyLists(): void {
  supply(
    Array.prototype,
    {
      toLocaleString(this: unknown, locales: unknown, options: unknown): string {
        const list = objectOf(this) as List & { length: unknown };
        return joined(list, lengthOf(list), locales, options);
      },
    },
    LENGTHS,
  );
  supply(
    Object.getPrototypeOf(Int8Array.prototype) as object,
    {
      toLocaleString(this: unknown, locales: unknown, options: unknown): string {
        const length = NumberOf(apply(lengthOfTyped, this, []));
        return joined(this as List, length, locales, options);
      },
    },
    LENGTHS,
  );
}

/** Puts these methods where they belong. */
export function installLocaleMethods(used: Used): void {
  supplyTexts(used.compare);
  supplyNumbers(used.numbers);
  supplyDates(used);
  supplyLists();
}
