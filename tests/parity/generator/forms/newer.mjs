// Built-in functions that some engine, or each of them, is too old for. Either way both have to do the same.

const VALUES = [
  "$texts.toSorted()", "$texts.toReversed()", "$texts.with(0, $text!)", "$texts.toSpliced(0, 1)", "$texts.findLast((§a) => $boolean(a:text))", "$texts.findLastIndex((§a) => $boolean(a:text))", "Object.groupBy($texts, (§a) => §a.length)",
  "[...Map.groupBy($texts, (§a) => §a.length)]", "$text.isWellFormed()", "$text.toWellFormed()", "typeof Promise.withResolvers", "[...new Set($texts).union(new Set(['a']))]", "[...$set.intersection(new Set(['a']))]", "$set.isSubsetOf($set)", "[...$set.difference($set)]",
  "$texts.values().map((§a) => §a + '!').toArray()", "Iterator.from($texts).toArray()", "typeof Iterator", "RegExp.escape($text)", "Error.isError(new Error('x'))", "Math.f16round(1.1)", "typeof Float16Array", "Math.sumPrecise([0.1, 0.2])", "new Map().getOrInsert('a', 1)", "Promise.try(() => 1)",
  "$text.at(-1)", "Object.hasOwn(jwt, $key)", "$texts.at(-1)", "Array.fromAsync", "typeof Array.fromAsync", "typeof structuredClone", "typeof Atomics", "typeof WebAssembly", "typeof SharedArrayBuffer", "typeof WeakRef", "typeof FinalizationRegistry", "typeof InternalError", "typeof globalThis", "typeof AggregateError",
  "new Error('a', { cause: $text! }).cause", "RegExp.$1", "(/(J)(.)/.test('Jane'), RegExp.$2 + RegExp.lastMatch + RegExp['$`'])", "new RegExp('[a&&b]', 'v').test('a')", "new RegExp('(?i:a)').test('A')", "/(?<y>\\d)/d.exec('a1').indices", "Intl.supportedValuesOf('currency').length > 9", "new ArrayBuffer(8).resize", "new ArrayBuffer(8, { maxByteLength: 16 }).resizable",
  "typeof ArrayBuffer.prototype.transfer", "String.prototype.substr.length", "'abc'.anchor('\"')", "typeof load", "typeof print", "typeof Graal", "typeof Polyglot", "typeof Java", "typeof std", "typeof os", "typeof scriptArgs", "typeof navigator", "typeof quit", "typeof read", "typeof gc", "Object.keys(globalThis)", "Object.getOwnPropertyNames(Set.prototype).sort()",
  "Object.getOwnPropertyNames(Array.prototype).sort()", "Object.getOwnPropertyNames(String.prototype)", "Object.getOwnPropertyNames(Object)", "Object.getOwnPropertyNames(Promise).sort()", "Object.getOwnPropertyNames(RegExp)", "Object.getOwnPropertyNames(Error)", "Object.getOwnPropertyNames(Math).length", "Object.getOwnPropertyNames(console)",
  "Object.getOwnPropertyNames(new Error('x'))", "typeof new Error('x').stack", "(() => { const o = {}; Error.captureStackTrace(o); return typeof o.stack; })()", "Error.stackTraceLimit", "(function f(a, b = 1) { return a; }).toString()", "Math.max.toString()", "(class A { m() {} }).toString()", "(() => 1).name", "reconcile.length", "reconcile.name", "Symbol.dispose", "Date.prototype.toTemporalInstant",
  "typeof Temporal", "typeof ShadowRealm", "JSON.rawJSON", "typeof JSON.isRawJSON", "JSON.parse('1.0', (k, v, c) => c && c.source)", "new Date().toGMTString()", "new Date(0).getYear()", "escape('ä')", "''.trimLeft === ''.trimStart", "({}).__proto__ === Object.prototype", "({}).__defineGetter__ !== undefined", "Function.prototype.caller", "(function () { return arguments.callee === this; })()",
];

export const NEWER = VALUES.map((value) => [`try { $field = ${value}; } catch (§e) { $field = String(§e); }`]).concat(
  VALUES.slice(0, 12).map((value) => [`$field = ${value};`]),
);
