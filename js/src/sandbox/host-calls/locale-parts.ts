// The parts of a locale.

import type { GraalJsVersion } from "../../engines/versions.js";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** What `Intl.Locale` of GraalJS says of a locale. */
export function localeParts(locale: Intl.Locale, version: GraalJsVersion): object {
  const tag = locale.toString();
  const day = /-u(?:-[a-z\d]{2,8})*?-fw-([a-z]{3})/.exec(tag)?.[1];
  return {
    tag,
    baseName: locale.baseName,
    calendar: locale.calendar,
    caseFirst: locale.caseFirst,
    collation: locale.collation,
    firstDayOfWeek: version === "24.1.2" && day ? DAYS.indexOf(day) + 1 : undefined,
    hourCycle: locale.hourCycle,
    language: locale.language,
    numberingSystem: locale.numberingSystem,
    numeric: locale.numeric ?? false,
    region: locale.region,
    script: locale.script,
    maximized: locale.maximize().toString(),
    minimized: locale.minimize().toString(),
  };
}
