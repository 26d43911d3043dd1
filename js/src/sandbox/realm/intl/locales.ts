// Lists of locales, as everything about locales takes them.

import {
  Known,
  min,
  NumberOf,
  ObjectOf,
  quoted,
  TypeErrorOf,
  textOf,
  trunc,
} from "../primordials.js";

/** The tags of objects that `Intl.Locale` made. */
export const tags = new Known<string>();

/** `locales` as JSON text of a list of tags, which the host looks at. */
export function listed(locales: unknown): string {
  if (locales === undefined) return "[]";
  if (typeof locales === "string") return `[${quoted(locales)}]`;
  const tag = tags.of(locales);
  if (tag !== undefined) return `[${quoted(tag)}]`;
  const list = objectOf(locales) as Record<number | "length", unknown>;
  const length = lengthOf(list);
  let text = "";
  for (let index = 0; index < length; index++) {
    if (!(index in list)) continue;
    const element = quoted(elementOf(list[index]));
    text += text === "" ? element : `,${element}`;
  }
  return `[${text}]`;
}

function elementOf(value: unknown): string {
  if (typeof value === "string") return value;
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  if (isObject) return tags.of(value) ?? textOf(value);
  throw new TypeErrorOf(`String or Object expected in locales list, got ${typeof value}`);
}

/** `ToObject`, which refuses `undefined` and `null`. */
export function objectOf(value: unknown): object {
  if (value === undefined || value === null) {
    throw new TypeErrorOf(`Cannot convert undefined or null to object: ${textOf(value)}`);
  }
  return ObjectOf(value) as object;
}

/** The `length` of what is like an array. */
export function lengthOf(list: { readonly length: unknown }): number {
  const length = trunc(NumberOf(list.length));
  return length > 0 ? min(length, 2 ** 53 - 1) : 0;
}
