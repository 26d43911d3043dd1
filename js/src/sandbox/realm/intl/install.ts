// Puts `Intl` into the realm, and the methods of other objects that depend on a locale.

import { fix, supply } from "../language/supply.js";
import type { Ask } from "../main.js";
import { quoted, realm, textOf } from "../primordials.js";
import { dateTimeFormat, dateTimeFormatOf } from "./date-time-format.js";
import {
  collator,
  collatorOf,
  displayNamesOf,
  type Edition,
  listFormatOf,
  numberFormat,
  numberFormatOf,
  pluralRulesOf,
  relativeTimeFormatOf,
} from "./formats.js";
import { askThrough, tell } from "./host.js";
import { localeOf } from "./locale.js";
import { installLocaleMethods } from "./locale-methods.js";
import { listed } from "./locales.js";
import { segmenterOf } from "./segmenter.js";
import { supplyCommon } from "./service.js";

const NOTHING = '["Intl",[],{}]';

/** Does so for the realm of `version`. */
export function installIntl(ask: Ask, version: string): void {
  askThrough(ask);
  const isNewest = version === "24.1.2";
  const matcher = `localeMatcher=${isNewest ? "best fit|lookup" : "lookup|best fit"}`;
  const edition: Edition = { version, matcher, isNewest };
  const compare = collator(edition);
  const numbers = numberFormat(edition);
  const services = {
    Collator: collatorOf(compare),
    DateTimeFormat: dateTimeFormatOf(edition),
    DisplayNames: displayNamesOf(edition),
    ListFormat: listFormatOf(edition),
    NumberFormat: numberFormatOf(numbers),
    PluralRules: pluralRulesOf(edition),
    RelativeTimeFormat: relativeTimeFormatOf(edition),
    Segmenter: segmenterOf(edition),
  };
  for (const [name, made] of Object.entries(services)) supplyCommon(made, name);
  const intl = {};
  supply(intl, { ...services, Locale: localeOf(isNewest) });
  supply(intl, {
    getCanonicalLocales(locales: unknown): unknown {
      return tell(NOTHING, "canonical", listed(locales));
    },
    supportedValuesOf(key: unknown): unknown {
      return tell(NOTHING, "values", quoted(textOf(key)));
    },
  });
  fix(intl, Symbol.toStringTag, "Intl", true);
  supply(realm, { Intl: intl });
  installLocaleMethods({
    compare,
    numbers,
    date: dateTimeFormat(edition, "date", "date"),
    time: dateTimeFormat(edition, "time", "time"),
    all: dateTimeFormat(edition, "any", "all"),
  });
}
