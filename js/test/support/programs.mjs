// Makes lambdas at random: small programs that always end, in the many forms that JavaScript has for one thing.

/** Numbers from 0 to 1 that follow from `seed` (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What an expression may be that has no parts. */
const LEAVES = [
  ..."ab0123",
  "jwt.given",
  "jwt.none",
  "jwt.list",
  "jwt['x y']",
  "''",
  "null",
  "undefined",
  "'text'",
  "/b|[/]/.test('b')",
  `\`t\${a}\``,
  "arguments.length",
  "this === undefined",
  "typeof missing",
];

/** How a statement may end. */
const ENDS = [";", ";", "\n", " // c\n", " /* c */;"];

/** What may stand before everything. */
const PROLOGUES = ["", "/* c */ ", "// c\n", "'not strict'\n", '"use strict"; '];

/** What may stand before the functions. */
const OPENINGS = [
  "",
  "const constant = (x) => x || 1;\n",
  "var early = later();\nfunction later() { return typeof early }\n",
];

/** One lambda, while it is written. */
class Program {
  #random;
  #names = 0;
  #depth = 0;

  constructor(seed) {
    this.#random = randomFrom(seed);
  }

  text() {
    const lines = Array.from({ length: 3 + this.below(5) }, () => this.statement());
    return `${this.of(PROLOGUES)}${this.of(OPENINGS)}function tag(s, ...v) { return s.raw.join() + v }
function* gen(n) { for (var i = 0; i < n; i++) yield i }
function reconcile(user, registration, jwt, id_token = (note('default'), {})) {
  var a = jwt.a, b = 0
  ${lines.join("\n  ")}
}
`;
  }

  below(count) {
    return Math.floor(this.#random() * count);
  }

  of(texts) {
    return texts[this.below(texts.length)];
  }

  /** What one of `makers` makes; beyond `limit` levels, what the first does. */
  one(limit, makers) {
    if (this.#depth > limit) return makers[0]();
    this.#depth += 1;
    const text = this.of(makers)();
    this.#depth -= 1;
    return text;
  }

  name() {
    this.#names += 1;
    return `v${this.#names}`;
  }

  leaf() {
    return this.of(LEAVES);
  }

  operand() {
    return `(${this.expression()})`;
  }

  expression() {
    const [leaf, e, o] = [() => this.leaf(), () => this.expression(), () => this.operand()];
    return this.one(4, [
      leaf,
      leaf,
      () => `${o()} || ${o()}`,
      () => `${o()} && ${o()}`,
      () => `(${o()} ?? ${o()})`,
      () => `${o()} ? ${e()} : ${e()}`,
      () => `${o()}\n? ${e()} // no \`\n: ${e()}`,
      () => `(${e()}, ${e()})`,
      () => `note(${e()})`,
      () => `[${e()}, ${e()}].length`,
      () => `(a ${this.of(["||=", "&&=", "??="])} ${o()})`,
      () => `(b = ${o()})`,
      () => `!${o()}`,
      () => `jwt?.deep?.[a]?.x`,
      () => `('k' in ({ k: 1 }))`,
      () => `tag\`a\${${leaf()}}b\``,
      () => `[...gen(${this.below(3)})].join()`,
      () => `eval('a')`,
      () => this.function(),
    ]);
  }

  /** Functions and classes, and what they are called. */
  function() {
    const [leaf, e, o] = [() => this.leaf(), () => this.expression(), () => this.operand()];
    return this.one(4, [
      leaf,
      () => `({ k: ${e()}, [a]: 1, m() { return ${e()} }, get g() { return b } }).k`,
      () => `((p = ${o()}, q) => p)(${this.of(["", "1", "a"])})`,
      () => `((p) => ({ p }))(${leaf()}).p`,
      () => `(function () { return ${e()} })()`,
      () => `(function named(n) { return n > 2 ? n : named(n + 1) })(0)`,
      () => `note(((f = function () {}) => f.name)())`,
      () => `note((() => { let f; f ??= () => 1; return f.name })())`,
      () => `note({ f: jwt.none || function () {} }.f.name)`,
      () => `note((function () {} || a).name)`,
      () => `new (class { x = ${o()}; static s = ${leaf()}; get() { return this.x } })().get()`,
    ]);
  }

  statement() {
    const [e, body, simple] = [() => this.expression(), () => this.body(), () => this.simple()];
    return this.one(3, [
      simple,
      simple,
      () => `if (${e()}) ${body()}`,
      () => `if (${e()}) ${body()} else ${body()}`,
      () => `if (${e()}) ${body()}\nelse if (${e()}) ${body()} else ${body()}`,
      () => `if (${e()}) if (${e()}) ${body()} else ${body()}`,
      () => `if (${e()}) function ${this.name()}() {}`,
      () =>
        `switch (${e()}) { case 1: case ${this.leaf()}: ${simple()} break; default: ${simple()} case 'text': ${simple()} }`,
      () => `switch (a) { }`,
      () =>
        `try { ${simple()} if (${e()}) throw new Error('e') } catch { ${simple()} } finally { ${simple()} }`,
      () => `{ let a = ${this.leaf()}; ${simple()} }`,
      () => `with ({ b: ${this.leaf()} }) ${body()}`,
      () => `if (${this.operand()}) return ${e()}${this.of(ENDS)}`,
      () => this.hoisted(this.name()),
      () => this.loop(this.name()),
      () => this.labelled(this.name(), this.name()),
      () => `;`,
      () => `{}`,
    ]);
  }

  hoisted(name) {
    const value = `this === undefined && ${this.expression()}`;
    return `note(${name}()); function ${name}() { 'use strict'\n return ${value} }`;
  }

  loop(i) {
    const body = () => this.body();
    return this.of([
      () => `for (${this.of(["var ", "let ", ""])}${i} = 0; ${i} < 3; ${i}++) ${body()}`,
      () => `for (const ${i} of [1, 2]) ${body()}`,
      () => `for (var ${i} in { x: 1, y: 2 }) ${body()}`,
      () => `var ${i} = 0; while (${i}++ < 2) ${body()}`,
      () => `var ${i} = 0; do ${body()} while (${i}++ < 2) ${this.simple()}`,
    ])();
  }

  labelled(label, i) {
    const jump = `${this.of(["continue", "break"])} ${label}`;
    const inner = `for (;;) { if (${i} > 1) ${jump}; else { ${this.simple()} break } }`;
    return this.of([
      `${label}: for (let ${i} = 0; ${i} < 3; ${i}++) { ${inner} }`,
      `${label}: { if (${this.expression()}) break ${label}; ${this.simple()} }`,
    ]);
  }

  simple() {
    const [e, o, end] = [() => this.expression(), () => this.operand(), () => this.of(ENDS)];
    return this.of([
      () => `note(${e()})${end()}`,
      () => `user.x${this.below(5)} = ${e()}${end()}`,
      () => `var ${this.name()} = ${e()}, ${this.name()} = 1${end()}`,
      () => `a = ${e()}${end()}`,
      () => `b ||= ${o()}${end()}`,
      () => `var { p${this.below(9)} = ${this.leaf()}, ...${this.name()} } = jwt${end()}`,
      () => `[b = ${o()}] = [jwt.none];`,
      () => `++user.count${end()}`,
      () => `;[1].forEach((x) => note(x))${end()}`,
      () => `;(function () { note(2) })()${end()}`,
      () => `jwt.none || note('call')${end()}`,
    ])();
  }

  body() {
    return this.of([
      () => `{ ${this.statement()} ${this.simple()} }`,
      () => `{\n${this.simple()}}`,
      () => `note(${this.expression()});`,
      () => `user.y = ${this.expression()};`,
      () => ";",
      () => "{}",
    ])();
  }
}

/** The text of the lambda that `seed` stands for. What it does shows in `user` and in the calls of `note`. */
export function programOf(seed) {
  return new Program(seed).text();
}
