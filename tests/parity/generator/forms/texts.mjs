// Texts: what lambdas do with names, addresses and locales.

import { guardedText, guardedTokenText } from "./reads.mjs";

export const separator = {
  leaves: ["' '", "','", "'-'", "''", "'@'", "'.'", "'_'", "';'", "/[\\s,]+/", "/-/", "/(-|_)/"],
};

export const key = {
  leaves: ["'given_name'", "'name'", "'custom:team'", "'none'", "'a'", "'length'", "$text!"],
};

export const form = { leaves: ["'NFC'", "'NFD'", "'NFKC'", "'NFKD'", ""] };

export const text = {
  leaves: [
    guardedText, guardedText, guardedText, guardedText, guardedTokenText,
    "'Jane'", "'doe'", "''", "' a b '", "'x-y-z'", "'1990-12-31'", "'Zoë'", "'a@b.example'", "'10'", "'straße'",
    "'😀x'", "'e\\u0301'", "'İI'", "(user.firstName || 'new')", "(user.email || '')", "`${$text!}`",
  ],
  forms: [
    "$text.trim()", "$text.trim()", "$text.trimStart()", "$text.trimEnd()",
    "$text.toLowerCase()", "$text.toLowerCase()", "$text.toUpperCase()",
    "$text.slice($small)", "$text.slice($small, $small)", "$text.substring($small, $small)",
    "$text.substring($small)", "$text.substr($small, $small)", "$text.substr($small)",
    "$text.charAt($small)", "($text[$small] || $text!)", "($text.at($small) ?? $text!)",
    "$text.split($separator).join($separator)", "($text.split($separator)[0] || $text!)",
    "($text.split($separator)[$tiny] || '')", "($text.split($separator, $tiny).pop() || $text!)",
    "$text.replace($text!, $text!)", "$text.replace('-', '_')", "$text.replace($regexp, $replacement)",
    "$text.replace($regexp, $replacement)", "$text.replace($regexp, (§m) => $text(m:text))",
    "$text.replace($global, function (§m, §o) { return §m + '|' + §o + '|' + arguments.length; })",
    "$text.replace($text!, (§m) => §m.toUpperCase() + $text(m:text))",
    "$text.replaceAll($text!, $text!)", "$text.replaceAll($global, $replacement)",
    "$text.replaceAll('a', (§m) => `<${§m}>`)",
    "$text.padStart($small, $text!)", "$text.padStart($small)", "$text.padEnd($small, $text!)",
    "$text.repeat($tiny)", "$text.concat($text!, $any!)", "($text + $text)", "($text + ' ' + $text)", "($text + $any!)",
    "`${$text} ${$text}`", "`${$text!}-${$number!}`", "`${$any!}`", "`<${$boolean ? $text! : $text!}>`",
    "$texts.join($separator)", "$texts.join()", "($texts[$small] || $text!)", "($texts.at(-1) ?? $text!)",
    "($texts.find((§a) => $boolean(a:text)) || $text!)", "($texts.shift() || $text!)",
    "$texts.reduce((§a, §b) => §a + §b, '')", "$texts.toString()", "$numbers.join($separator)",
    "String($any)", "String($number)", "($any! + '')", "$number.toString()", "$number.toString($radix)",
    "$number.toFixed($digits)", "$number.toPrecision($digits || 1)", "$number.toExponential($digits)",
    "(JSON.stringify($any) || '')", "JSON.stringify($record)", "JSON.stringify($record, null, 2)",
    "JSON.stringify($record, ['a', 'b'])", "(JSON.stringify($texts, (§k, §v) => §v) || '')",
    "encodeURIComponent($text)", "encodeURI($text)", "escape($text)", "unescape($text)",
    "decodeURIComponent(encodeURIComponent($text))", "$text.normalize($form)",
    "[...$text].reverse().join('')", "Array.from($text, (§c) => §c.charCodeAt(0).toString(16)).join(' ')",
    "String.fromCharCode($text.charCodeAt(0) || 65)", "String.fromCodePoint($text.codePointAt($tiny) || 128512)",
    "String.raw`a\\n${$text!}`", "(typeof $any)", "Object.prototype.toString.call($any)",
    "($boolean ? $text : $text)", "($boolean && $text || $text!)", "($text || $text!)", "($text! ?? $text!)",
    "Object.keys($record).join()", "Object.entries($record).join(';')", "($record.a || $text!).toString()",
    "$date.toISOString()", "$date.toJSON()", "$date.toISOString().slice(0, 10)", "String($date)",
    "($text.match($regexp) || [$text!])[0]", "(($text.match($regexp) || [])[1] || $text!)",
    "($text.match($global) || []).join('+')", "[...$text.matchAll($global)].map((§m) => §m[0] + §m.index).join()",
    "($regexp.exec($text)?.[0] ?? $text!)", "($text.match(/(?<year>\\d{4})-(?<month>\\d\\d)/)?.groups?.year ?? $text!)",
    "(function () { $lines return $text; })()", "((§a) => $text(a:text))($text)",
    "((§a, §b = $text!) => $text(a:text,b:text))($text)", "(([§a = $text!, ...§b]) => §a + §b.length)($texts)",
    "(({ a: §a = $text!, ...§b }) => §a + Object.keys(§b))($record)",
    "$text.toLocaleLowerCase()", "$text.toLocaleUpperCase($locale)", "$number.toLocaleString($locale)",
    "RegExp($pattern).source", "String($regexp)", "(void 0 ?? $text)",
  ],
};
