// What may stand in a hole, by the name of the hole.

import { any } from "./forms/any.mjs";
import { boolean } from "./forms/booleans.mjs";
import { bag, map, numbers, records, set, texts } from "./forms/collections.mjs";
import { date } from "./forms/dates.mjs";
import { locale, options, zone } from "./forms/locales.mjs";
import { digits, number, radix, small, tiny } from "./forms/numbers.mjs";
import { record } from "./forms/objects.mjs";
import { claim } from "./forms/reads.mjs";
import { global, pattern, regexp, replacement, sticky } from "./forms/regexps.mjs";
import { body, lines } from "./forms/statements.mjs";
import { field, textfield } from "./forms/targets.mjs";
import { form, key, separator, text } from "./forms/texts.mjs";
import { failing } from "./forms/throws.mjs";

/** Kinds of expressions have `leaves`, which have few parts, and mostly `forms`; kinds of blocks have `statements`. */
export const KINDS = {
  any,
  bag,
  body,
  boolean,
  claim,
  date,
  digits,
  failing,
  field,
  form,
  global,
  key,
  lines,
  locale,
  map,
  number,
  numbers,
  options,
  pattern,
  radix,
  record,
  records,
  regexp,
  replacement,
  separator,
  set,
  small,
  sticky,
  text,
  textfield,
  texts,
  tiny,
  zone,
};
