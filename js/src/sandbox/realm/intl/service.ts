// What the constructors of `Intl` have in common.

import { fix, shaped, supply } from "../language/supply.js";
import { construct, Known, quoted, stringify, TypeErrorOf, textOf } from "../primordials.js";
import { tell } from "./host.js";
import { listed, objectOf } from "./locales.js";
import { type Given, readOptions, type Table, table } from "./options.js";

/** What a constructor is. */
export interface Service {
  readonly name: string;
  readonly options: Table;
  /** Whether it is called with `new` only. */
  readonly needsNew?: boolean;
  /** Whether options have to be an object, if there are any. */
  readonly takesObjects?: boolean;
  /** Its `length`. */
  readonly length?: number;
  /** Looks at the options, and adds to them what depends on others. */
  readonly settle?: (given: Given, options: unknown) => void;
}

/** What is known of an object that one of them made. */
export interface Slot {
  readonly service: string;
  /** How the host knows it. */
  readonly key: string;
  /** Its `format` or `compare`, once that was asked for. */
  bound?: (...given: unknown[]) => unknown;
  /** Anything else. */
  more?: unknown;
}

const slots = new Known<Slot>();

/** What is known of `value`, which has to be an object of that kind. */
export function slotOf(value: unknown, service: string): Slot {
  const slot = slots.of(value);
  if (slot?.service === service) return slot;
  throw new TypeErrorOf(`${service} object expected.`);
}

/** Makes `value` an object of that kind. */
export function enterSlot(value: object, service: string, key: string): Slot {
  const slot: Slot = { service, key };
  slots.enter(value, slot);
  return slot;
}

function optionsOf({ takesObjects }: Service, options: unknown): object | undefined {
  if (options === undefined) return undefined;
  if (!takesObjects) return objectOf(options);
  if (typeof options === "function" || (typeof options === "object" && options !== null)) {
    return options;
  }
  throw new TypeErrorOf(`${textOf(options)} is not an Object`);
}

/** How the host knows an object with these locales and options. */
export function keyOf(service: Service, locales: unknown, options: unknown): string {
  const tags = listed(locales);
  const given = readOptions(optionsOf(service, options), service.options);
  service.settle?.(given, options);
  return `[${quoted(service.name)},${tags},${stringify(given)}]`;
}

/** A constructor, with `methods` on its prototype. */
export function constructorOf(service: Service, methods: object): new () => object {
  const { name, needsNew, length = 0 } = service;
  const made = function (this: object, locales: unknown, options: unknown): object | undefined {
    if (new.target === undefined) {
      if (needsNew) throw new TypeErrorOf(`Constructor ${name} requires 'new'`);
      return construct(made as never, [locales, options]) as object;
    }
    const key = keyOf(service, locales, options);
    tell(key, "new");
    enterSlot(this, name, key);
    return undefined;
  };
  return dressed(made as never, name, length, methods);
}

const MATCHING = table("localeMatcher=best fit|lookup");

/** Gives a constructor its name, and its prototype methods. */
export function dressed(
  made: new () => object,
  name: string,
  length: number,
  methods: object,
): new () => object {
  shaped(made as never, name, length);
  const { prototype } = made as { prototype: object };
  Object.defineProperty(made, "prototype", { writable: false });
  supply(prototype, methods);
  fix(prototype, Symbol.toStringTag, `Intl.${name}`, true);
  return made;
}

/** `supportedLocalesOf` and `resolvedOptions`, which most of them have. */
export function supplyCommon(made: new () => object, name: string): void {
  supply(made, {
    supportedLocalesOf(locales: unknown, options: unknown): unknown {
      const tags = listed(locales);
      readOptions(options === undefined ? undefined : objectOf(options), MATCHING);
      return tell(`[${quoted(name)},[],{}]`, "supported", tags);
    },
  });
  Object.defineProperty(
    (made as { supportedLocalesOf?: object }).supportedLocalesOf as object,
    "length",
    { value: 1 },
  );
  supply(made.prototype as object, {
    resolvedOptions(this: unknown): unknown {
      return tell(slotOf(this, name).key, "resolved");
    },
  });
}
