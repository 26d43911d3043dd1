// Numbers, and the ways to make numbers of other values.

import { guardedNumber } from "./reads.mjs";

export const small = { leaves: ["0", "1", "2", "3", "5", "-1", "-2", "8", "undefined", "$text!.length", "1.5"] };
export const tiny = { leaves: ["0", "1", "2", "3"] };
export const digits = { leaves: ["0", "1", "2", "3", "6", "20"] };
export const radix = { leaves: ["2", "8", "10", "16", "16", "36"] };

export const number = {
  leaves: [
    guardedNumber, guardedNumber, "(0)", "(1)", "(2)", "(7)", "(-1)", "(0.1)", "(1.005)", "(123456.789)", "(1e21)",
    "(-0)", "(NaN)", "(Infinity)", "(255)", "(0x1f)", "(4294967296)", "(9007199254740993)", "(1e-7)", "(017)",
    "$text!.length", "(1_000)",
  ],
  forms: [
    "($number + $number)", "($number - $number)", "($number * $number)", "($number / $number)", "($number % $number)",
    "($number ** $tiny)", "($number & $number)", "($number | $number)", "($number ^ $number)", "(~$number)",
    "($number << $tiny)", "($number >> $tiny)", "($number >>> $tiny)", "(-$number)", "(+$text)", "(+$any!)",
    "Number($text)", "Number($any)", "Number('')", "parseInt($text)", "parseInt($text, $radix)", "parseFloat($text)",
    "Number.parseFloat($text)", "Math.round($number)", "Math.floor($number)", "Math.ceil($number)",
    "Math.trunc($number)", "Math.abs($number)", "Math.max($number, $number)", "Math.min(...$numbers)", "Math.sign($number)",
    "Math.sqrt($number)", "Math.pow($number, $tiny)", "Math.hypot($number, $tiny)", "Math.log2($tiny)", "Math.cbrt($tiny)",
    "Math.imul($number, $number)", "Math.clz32($number)", "Math.fround($number)", "Math.atan2($tiny, $tiny)",
    "Math.random()", "Math.floor(Math.random() * 10)", "Math.exp($tiny)", "Math.sin($number!)", "Math.log10($number!)",
    "$text.length", "$text.indexOf($text!)", "$text.lastIndexOf($text!)", "$text.search($regexp)",
    "$text.charCodeAt($small)", "($text.codePointAt($tiny) ?? $number!)", "$text.localeCompare($text!)",
    "$text.localeCompare($text!, $locale)", "$text.localeCompare($text!, $locale, { sensitivity: 'base' })",
    "$text.localeCompare($text!, undefined, { numeric: true })",
    "$texts.length", "$texts.indexOf($text!)", "$texts.lastIndexOf($text!)", "$texts.findIndex((§a) => $boolean(a:text))",
    "$texts.push($text!)", "$texts.unshift($text!, $text!)", "$numbers.reduce((§a, §b) => §a + §b, 0)",
    "$numbers.reduceRight((§a, §b) => §a - §b)", "($numbers[$small] || $number!)", "Number($numbers.toString())",
    "Object.keys($record).length", "$map.size", "$set.size", "($map.get($text!) || $number!)",
    "$date.getTime()", "$date.getFullYear()", "$date.getMonth()", "$date.getDate()", "$date.getDay()", "$date.getHours()",
    "$date.getUTCFullYear()", "$date.getUTCMinutes()", "$date.getTimezoneOffset()", "$date.valueOf()", "(+$date)",
    "($date - $date)", "Date.now()", "Date.parse($text)", "Date.UTC($number!, $tiny)", "Date.UTC(2020, $small, $small, $tiny)",
    "($boolean ? $number : $number)", "($number || $number!)", "($number! ?? 1)", "Number(BigInt($small || 1) * 3n)",
    "Number(BigInt.asUintN(8, 257n + BigInt($tiny)))", "Number($boolean)", "(function () { return arguments.length; })(...$texts)",
    "Number($number.toFixed($digits))", "parseInt($number.toString(2), 2)", "new Date($number).getTime()",
    "Number.EPSILON", "Number.MAX_SAFE_INTEGER", "$text.split($separator).length", "(($number! > $number!) + 1)",
    "((§n) => { let §t = 0; for (let §i = 0; §i < §n && §i < 9; §i++) §t += §i; return §t; })($number)",
    "(function §f(§n) { return §n <= 1 ? 1 : §n * §f(§n - 1); })($tiny)", "($text! == $number! ? 1 : 0)", "[$text!, $number!].length",
  ],
};
