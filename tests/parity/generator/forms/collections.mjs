// Lists, maps and sets.

import { guardedList } from "./reads.mjs";

export const texts = {
  leaves: [
    guardedList, guardedList, "['b', 'a', 'C']", "[]", "['admin', 'user', 'user']", "['10', '9', '1']", "['ä', 'z', 'a', 'Z']",
    "[$text!]", "[$text!, $text!]",
  ],
  forms: [
    "$text.split($separator)", "$text.split($separator)", "$text.split($regexp)", "$text.split($separator, $tiny)",
    "[$text, $text]", "[...$texts, $text]", "[$text, ...$texts]", "$texts.concat($texts!)", "$texts.concat($text!, [$text!])",
    "$texts.map((§a) => $text(a:text))", "$texts.map((§a) => §a.trim())", "$texts.map(function (§a, §i) { return §i + §a; })",
    "$texts.map(String)", "$texts.filter((§a) => $boolean(a:text))", "$texts.filter(Boolean)", "$texts.filter((§a, §i, §l) => §l.indexOf(§a) === §i)",
    "$texts.slice($small)", "$texts.slice($small, $small)", "$texts.splice($small, $tiny)", "$texts.splice($small, $tiny, $text!)",
    "$texts.sort()", "$texts.sort()", "$texts.reverse()", "$texts.sort((§a, §b) => §a < §b ? -1 : 1)",
    "$texts.sort((§a, §b) => §a.localeCompare(§b))", "$texts.sort((§a, §b) => §a.length - §b.length)", "$texts.sort((§a, §b) => §b - §a)",
    "$texts.flat()", "[$texts, [$texts]].flat(2)", "$texts.flatMap((§a) => [§a, §a.length]).map(String)", "$texts.flatMap((§a) => §a.split(''))",
    "$texts.fill($text!, $small)", "$texts.copyWithin($tiny, $tiny)", "$texts.reduce((§a, §b) => [§b, ...§a], [])",
    "$texts.reduce((§a, §b) => §a.concat(§b), [])", "Array.from($text)", "Array.from({ length: $tiny }, (§u, §i) => 'n' + §i)",
    "Array.from($texts, (§a) => $text(a:text))", "Array.of($text, $text!)", "[...$text]", "Object.keys($record)", "Object.values($record).map(String)",
    "Object.entries($record).map(([§k, §v]) => §k + §v)", "Object.entries($record).flat().map(String)", "Object.getOwnPropertyNames($record)",
    "[...new Set($texts)]", "Array.from(new Set($texts)).sort()", "[...$map.keys()]", "Array.from($map.values(), String)", "[...$map].map(String)",
    "[...$set]", "($text.match($global) || []).map(String)", "[...$texts.entries()].map(([§i, §a]) => §i + §a)", "[...$texts.keys()].map(String)",
    "($boolean ? $texts : [$text!])", "(($texts.length = $tiny), ['x'])", "[, $text!, , ].map(String)", "Array(3).fill($text!)",
    "[...(function* () { yield $text; yield* $texts; })()]", "$records.map(({ a: §a }) => String(§a))", "JSON.parse(JSON.stringify($texts))",
    "$numbers.map((§n) => $text(n:number))", "((...§r) => §r.map(String))($any, ...$texts)", "[].concat($any!).map(String)",
    "((§l) => { §l.push($text); return §l; })([...$texts])", "((§l) => { delete §l[0]; return §l.map(String); })([...$texts])",
    "Reflect.ownKeys($record).map(String)", "$texts.toLocaleString().split(',')",
  ],
};

export const numbers = {
  leaves: ["[3, 1, 2]", "[10, 9, 1]", "[]", "[0.5, -0, NaN]", "[$number!, $number!]", "[1, , 3]"],
  forms: [
    "$texts.map((§a) => $number(a:text))", "$texts.map(Number)", "$texts.map(parseFloat)", "['1', '7', '11'].map(parseInt)", "$numbers.sort()",
    "$numbers.sort((§a, §b) => §a - §b)", "$numbers.map((§n) => $number(n:number))", "$numbers.filter((§n) => $boolean(n:number))",
    "$numbers.concat($number)", "[...$numbers, $number]", "$numbers.slice($small)", "[...$text].map((§c) => §c.charCodeAt(0))",
    "Array.from($texts.keys())", "Array.from(new Uint8Array([$number!, 256, -1]))", "Array.from(new Float32Array([$number!]))", "$numbers.reverse()",
  ],
};

export const records = {
  leaves: ["[{ a: 1 }, { a: 'x' }]", "[]", "[{ a: $text!, b: $number! }, $record]"],
  forms: [
    "$texts.map((§a) => ({ a: $text(a:text), n: $number(a:text) }))", "$texts.map((§a, §i) => ({ a: §a, i: §i }))", "[$record, $record]",
    "$records.filter(({ a: §a }) => !!§a)", "$records.sort((§x, §y) => (§x.a > §y.a) - (§x.a < §y.a))", "$records.map((§r) => ({ ...§r, c: $text! }))",
  ],
};

export const map = {
  leaves: ["new Map()", "new Map([['a', 1], ['b', 2]])", "new Map(Object.entries($record))"],
  forms: [
    "new Map($texts.map((§a, §i) => [§a, §i]))", "new Map([[$text, $any], [$number, $any!]])", "new Map($map).set($text, $number)",
    "new Map([...$map].filter(([§k]) => §k))", "(($map).delete($text!), new Map([['z', $any!]]))",
  ],
};

export const set = {
  leaves: ["new Set()", "new Set(['a', 'b'])", "new Set($text!)"],
  forms: ["new Set($texts)", "new Set($numbers)", "new Set($text)", "new Set([...$set, $text!])", "new Set($texts).add($any!)"],
};

/** A list that is only added to, so that loops end. */
export const bag = { leaves: ["[]"] };
