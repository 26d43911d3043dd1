// Objects, whose keys `a` and `b` are there more often than not.

export const record = {
  leaves: [
    "{ a: 1, b: 'x' }", "{ a: $text! }", "{}", "{ a: $text!, b: $number!, c: null }", "{ b: undefined, a: [1] }", "{ 10: 'x', 9: 'y', a: 'z' }",
  ].map((form) => `(${form})`),
  forms: [
    "({ a: $text, b: $number })", "({ a: $any, [$key]: $any })", "({ [$text]: $text, a: $text! })", "({ ...$record, a: $any })",
    "({ ...$record, ...$record })", "({ ...$texts })", "({ ...$text })", "({ get a() { return $text; }, b: 1 })", "({ a() { return this.b; }, b: $text }.a() ? { a: 1 } : { a: 2 })",
    "Object.assign({}, $record, $record!)", "Object.assign({ a: $text! }, $record)", "Object.fromEntries($texts.map((§a) => [§a, $any(a:text)]))",
    "Object.fromEntries(Object.entries($record).map(([§k, §v]) => [§k.toUpperCase(), §v]))", "Object.fromEntries($map)",
    "Object.fromEntries(Object.entries($record).filter(([, §v]) => §v))", "JSON.parse(JSON.stringify($record))", "JSON.parse('{\"a\":[1,{\"b\":null}],\"b\":1e3}')",
    "(JSON.parse(JSON.stringify($record), (§k, §v) => (typeof §v === 'string' ? §v + '!' : §v)) || {})", "Object.create({ a: 1 }, { b: { value: 2, enumerable: true } })",
    "(({ a: §a, ...§r }) => §r)($record)", "((§o) => { §o.a = $any; return §o; })($record)", "((§o) => { delete §o.a; return §o; })($record)",
    "((§o) => { §o.b = §o.b || {}; §o.c ??= $text; §o.a ||= 1; §o.b &&= 2; return §o; })({ ...$record })", "Object.freeze($record)",
    "$texts.reduce((§o, §k) => { §o[§k] = (§o[§k] || 0) + 1; return §o; }, {})", "$texts.reduce((§o, §k) => ({ ...§o, [§k]: §k.length }), {})",
    "Object.defineProperty($record, 'd', { value: $text!, enumerable: $boolean })", "($boolean ? $record : {})", "({ ...(($boolean) && { d: 1 }) })",
    "Object.getOwnPropertyDescriptor({ a: $text }, 'a')", "Object.setPrototypeOf({ a: 1 }, { b: 2 })", "Object.fromEntries(new Map([[$text!, 1]]))",
    "Object.assign(Object.create(null), { a: $text! })", "new (class { constructor() { this.a = $text; } get b() { return this.a; } })()",
    "new (class { a = $text!; static s = 1; #p = 1; b = this.#p; })()", "new (function () { this.a = $text; })()",
  ],
};
