// What depends on a locale or a time zone.

export const locale = {
  leaves: [
    "'en-US'",
    "'de-DE'",
    "'tr'",
    "'sv'",
    "'fr'",
    "'ja'",
    "undefined",
    "'en-GB'",
    "['de', 'en']",
  ],
};

export const zone = {
  leaves: [
    "'America/New_York'",
    "'Europe/Berlin'",
    "'UTC'",
    "'Asia/Kolkata'",
    "'Pacific/Auckland'",
  ],
};

export const options = {
  leaves: [
    "{ timeZone: $zone }",
    "{ year: 'numeric', month: 'long', day: 'numeric' }",
    "{ dateStyle: 'medium' }",
    "{ timeZone: $zone, timeStyle: 'short' }",
    "{ weekday: 'short', hour: '2-digit', hour12: false }",
    "{ month: '2-digit', day: '2-digit', timeZoneName: 'short', timeZone: $zone }",
    "{}",
  ],
};

/** Statements that ask for the words of a locale. */
export const LOCALE_STATEMENTS = [
  "$field = $date.toLocaleString();",
  "$field = $date.toLocaleDateString($locale, $options);",
  "$field = $date.toLocaleDateString();",
  "$field = $date.toLocaleTimeString($locale);",
  "$field = $date.toLocaleString($locale, $options);",
  "$field = $date.toString();",
  "$field = $date.toDateString();",
  "$field = $date.toTimeString();",
  "$field = $date.toUTCString();",
  "$field = $number.toLocaleString();",
  "$field = $number.toLocaleString($locale, { maximumFractionDigits: 1 });",
  "$field = $number.toLocaleString($locale, { style: 'currency', currency: 'EUR' });",
  "$field = $number.toLocaleString($locale, { style: 'percent' });",
  "$field = new Intl.NumberFormat($locale).format($number);",
  "$field = new Intl.DateTimeFormat($locale, $options).format($date);",
  "$field = new Intl.DateTimeFormat($locale, { timeZone: $zone }).formatToParts($date).map((§p) => §p.type + §p.value);",
  "$field = $texts.sort(new Intl.Collator($locale).compare);",
  "$field = $texts.sort((§a, §b) => §a.localeCompare(§b, $locale, { sensitivity: 'base' }));",
  "$field = new Intl.PluralRules($locale).select($tiny);",
  "$field = new Intl.ListFormat($locale, { type: 'conjunction' }).format($texts);",
  "$field = new Intl.RelativeTimeFormat($locale, { numeric: 'auto' }).format(-1, 'day');",
  "$field = new Intl.DisplayNames(['en'], { type: 'region' }).of('DE');",
  "$field = Intl.DateTimeFormat().resolvedOptions().timeZone;",
  "$field = typeof Intl;",
  "$field = Intl.getCanonicalLocales('EN-us');",
  "$field = $text.toLocaleUpperCase('tr') + 'I'.toLocaleLowerCase('tr');",
  "$field = (12345678901234567890n).toLocaleString('de-DE');",
  "$field = new Intl.Locale('de-AT-u-ca-gregory').language;",
  "$field = [...new Intl.Segmenter('en', { granularity: 'word' }).segment($text)].map((§s) => §s.segment);",
  "try { $field = $date.toLocaleString('no locale!'); } catch (§e) { $field = §e.name; }",
  "try { $field = $date.toLocaleString('en', { timeZone: 'Mars/X' }); } catch (§e) { $field = §e.name + §e.message; }",
  "$field = $texts.toLocaleString(); $field = [$number, $date].toLocaleString($locale);",
];
