// `Intl.Locale`: the host takes a tag apart, and the object keeps the parts.

import { shaped } from "../language/supply.js";
import { create, own, quoted, stringify, TypeErrorOf, textOf } from "../primordials.js";
import { tell } from "./host.js";
import { objectOf, tags } from "./locales.js";
import { readOptions, table } from "./options.js";
import { dressed, enterSlot, slotOf } from "./service.js";

const NAME = "Locale";
const PARTS =
  "baseName calendar caseFirst collation firstDayOfWeek hourCycle language numberingSystem numeric region script";

function begin(locale: object, tag: string, options: string): void {
  const key = `["${NAME}",[${quoted(tag)}],${options}]`;
  const parts = tell(key, "new") as object;
  enterSlot(locale, NAME, key).more = parts;
  tags.enter(locale, own(parts, "tag") as string);
}

function partOf(locale: unknown, name: string): unknown {
  const part = own(slotOf(locale, NAME).more as object, name);
  return part === null ? undefined : part;
}

/** Getters of all parts, each with a name of its own. */
function getters(): object {
  const methods = {};
  for (const name of PARTS.split(" ")) {
    const get = {
      get(this: unknown): unknown {
        return partOf(this, name);
      },
    }.get;
    const descriptor = { get: shaped(get, `get ${name}`, 0), configurable: true, enumerable: true };
    Object.defineProperty(methods, name, descriptor);
  }
  return methods;
}

/** `Intl.Locale`, which an option was added to in the newest version. */
export function localeOf(isNewest: boolean): new () => object {
  const week = isNewest ? ";firstDayOfWeek" : "";
  const options = table(
    `language;script;region;calendar;collation;hourCycle=h11|h12|h23|h24;caseFirst=upper|lower|false;numeric=?;numberingSystem${week}`,
  );
  const made = function (this: object, tag: unknown, given: unknown): void {
    if (new.target === undefined) throw new TypeErrorOf(`Constructor ${NAME} requires 'new'`);
    if (typeof tag !== "string" && (typeof tag !== "object" || tag === null)) {
      throw new TypeErrorOf("Tag should be a string or an object.");
    }
    const text = tags.of(tag) ?? textOf(tag);
    const object = given === undefined ? undefined : objectOf(given);
    begin(this, text, stringify(readOptions(object, options)));
  };
  const other = (locale: unknown, part: string): object => {
    const found = create(made.prototype as object) as object;
    begin(found, partOf(locale, part) as string, "{}");
    return found;
  };
  dressed(made as never, NAME, 1, {
    maximize(this: unknown): object {
      return other(this, "maximized");
    },
    minimize(this: unknown): object {
      return other(this, "minimized");
    },
    toString(this: unknown): unknown {
      return partOf(this, "tag");
    },
  });
  Object.defineProperties(made.prototype as object, hidden(getters()));
  return made as never;
}

function hidden(object: object): PropertyDescriptorMap {
  const descriptors = Object.getOwnPropertyDescriptors(object) as PropertyDescriptorMap;
  for (const descriptor of Object.values(descriptors)) descriptor.enumerable = false;
  return descriptors;
}
