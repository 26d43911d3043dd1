// The rules on JavaScript as FusionAuth runs it: what they speak of beyond the examples on their pages, and what they
// leave alone.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  checkLambda,
  codes,
  ERROR,
  INFO,
  NOTHING,
  of,
  reconcile,
  rule,
  WARNING,
} from "./support/lambda-check.mjs";

rule("console-arguments", [
  ["console.log('a', 'b');", WARNING],
  ["console.log();", WARNING],
  ["console.log(...['a', 'b']);", WARNING],
  ["console.log('a' + 'b');", NOTHING],
  ["const console = { log() {} }; console.log('a', 'b');", NOTHING],
]);

rule("console-object", [
  ["console.info(user);", WARNING],
  ["console.info({ a: 1 });", WARNING],
  ["console.info(user.data);", WARNING],
  ["console.info(registration.roles);", WARNING],
  ["console.info(user.email);", NOTHING],
  ["console.info(jwt.email);", NOTHING],
  ["console.info(JSON.stringify(user));", NOTHING],
]);

rule("console-method", [
  ["console.table(user);", WARNING],
  ["console['warn']('x');", WARNING],
  ["console.debug('x');", NOTHING],
]);

rule("fetch-status-unchecked", [
  ["x(fetch('u').body);", WARNING],
  ["let r; r = fetch('u'); x(r.body);", WARNING],
  ["fetch('u');", NOTHING],
  ["const r = fetch('u'); if (r.status !== 200) return; x(r.body);", NOTHING],
  ["const fetch = (u) => u; x(fetch('u').body);", NOTHING],
]);

rule("fetch-response", [
  ["x(fetch('u').json());", ERROR],
  ["const r = fetch('u'); if (!r.ok) return;", ERROR],
  ["const r = fetch('u'); x(r.headers['content-type'], r.status, r.body);", NOTHING],
]);

rule("return-ignored", [
  ["return { ...user, firstName: 'x' };", WARNING],
  ["return user;", INFO],
  ["return;", NOTHING],
  ["return undefined;", NOTHING],
  ["return console.error('x');", NOTHING],
  ["x(function () { return 1; });", NOTHING],
]);

rule("built-in-missing", [
  ["x(new URL(jwt.profile));", ERROR],
  ["setTimeout(x, 1);", ERROR],
  ["x(Object.fromAsync([]));", ERROR],
  ["x(new Set([1]).union(new Set([2])));", ERROR],
  ["x(new Map().values().map(String));", ERROR],
  ["x(Object.values(jwt).map(String), Object.groupBy([], x), [1].toSorted());", NOTHING],
  ["if (typeof structuredClone === 'function') x(structuredClone(jwt));", NOTHING],
  ["if (Set.prototype.union) x(new Set().union(new Set()));", NOTHING],
  ["try { x(btoa('a')); } catch (e) { x(e); }", NOTHING],
  ["const own = { union() {} }; own.union();", NOTHING],
  ["x(Math.hasOwnProperty('x'), Function.prototype.call, Object.name);", NOTHING],
  // Read, and not called.
  ["const union = Set.prototype.union; x(union);", ERROR],
  ["x(Set.prototype.union.call(new Set(), new Set()));", ERROR],
  ["x([jwt].map(RegExp.escape));", ERROR],
  ["x(Iterator.prototype);", ERROR],
  ["x(Math.sumPrecise);", ERROR],
  [
    "x(Array.prototype, arguments.callee, globalThis.anything, RegExp.$1, Symbol.iterator);",
    NOTHING,
  ],
  ["Set.prototype.union = x;", NOTHING],
  ["x(Set.prototype.union || String, !Set.prototype.union, typeof Math.sumPrecise);", NOTHING],
  ["x(Set.prototype.union ? 1 : 2, 'a' in Set.prototype, Promise.try?.(x));", NOTHING],
  ["if (!Object.groupBy) Object.groupBy = x; Object.groupBy([], x);", NOTHING],
  ["x(jwt.union, jwt.with, jwt.difference);", NOTHING],
  // Members of `Intl`.
  ["x(new Intl.DurationFormat('en'));", ERROR],
  ["x(new Intl.DateTimeFormat('en').formatRange(1, 2), Intl.supportedValuesOf('unit'));", NOTHING],
]);

test("built-in-missing says which FusionAuth brings it", () => {
  const said = (statement, version) =>
    checkLambda(reconcile(statement), { version }).map(({ message }) => message);
  assert.deepEqual(said("user.data.x = Object.groupBy([], String);", "1.50"), [
    "GraalJS 22.3, which FusionAuth 1.50.0 runs, has no `Object.groupBy`; FusionAuth 1.56 brings it",
  ]);
  assert.deepEqual(said("user.data.x = [1].findLast(Boolean);", "1.50"), [
    "GraalJS 22.3, which FusionAuth 1.50.0 runs, has no `findLast`; FusionAuth 1.51 brings it",
  ]);
  assert.deepEqual(said("user.data.x = new Set().union(new Set()).size;", "1.70"), [
    "GraalJS 24.1, which FusionAuth 1.70.0 runs, has no `Set.prototype.union`; no version of FusionAuth has it",
  ]);
});

test("built-in-missing knows the members of Intl by version", () => {
  const said = (statement, version) => of("built-in-missing", reconcile(statement), { version });
  const range = "x(new Intl.NumberFormat('en').formatRange(1, 2));";
  assert.deepEqual([said(range, "1.50"), said(range, "1.51")], [ERROR, NOTHING]);
  const named = "const day = new Intl.Locale('en'); x(day.firstDayOfWeek);";
  assert.deepEqual([said(named, "1.55"), said(named, "1.56")], [ERROR, NOTHING]);
  const dates = "x(new Intl.DateTimeFormat('en').formatRange(1, 2));";
  assert.deepEqual(said(dates, "1.50"), NOTHING);
  const values = "x(Intl.supportedValuesOf('unit'));";
  assert.deepEqual([said(values, "1.55"), said(values, "1.56")], [ERROR, NOTHING]);
});

test("built-in-missing knows which engine a version has", () => {
  const of24 = reconcile("user.data.x = Object.groupBy([], String);");
  const of23 = reconcile("user.data.x = [1].findLast(Boolean);");
  const said = (body, version) => of("built-in-missing", body, { version });
  assert.deepEqual([said(of24, "1.55"), said(of24, "1.56")], [ERROR, NOTHING]);
  assert.deepEqual([said(of23, "1.50"), said(of23, "1.51")], [ERROR, NOTHING]);
});

rule("engine-differs", [
  ["try { x(); } catch (e) { console.error(e.stack); }", WARNING],
  ["console.info(new Error('x').stack);", WARNING],
  ["console.info(jwt.stack);", NOTHING],
  ["const e = {}; e.stack = 1;", NOTHING],
  ["x(new Date().toLocaleDateString('de', { dateStyle: 'long' }));", WARNING],
  ["const o = { timeZoneName: 'short' }; x(new Intl.DateTimeFormat('de', o));", WARNING],
  ["x(new Date().toLocaleDateString('de', { year: 'numeric', month: '2-digit' }));", NOTHING],
  ["x(new Intl.DisplayNames('de', { type: 'region' }));", WARNING],
  ["x(new WeakRef(user));", WARNING],
  ["x((12345).toLocaleString('en-GB', { notation: 'compact' }));", WARNING],
  ["x(Math.log(jwt.age), 2 ** jwt.age);", ["info", "info"]],
  ["x(Math.pow(jwt.age, 2), jwt.age ** 2, Math.round(jwt.age), Math.max(1, 2));", NOTHING],
  ["function f() { try { x(); } catch (e) { x(e); } } x(f.toString(), String(f));", NOTHING],
  ["try { x(); } catch (e) { if (e.message === 'a') x(1); }", WARNING],
  ["try { x(); } catch (e) { if (e.message.includes('a')) x(1); }", WARNING],
  ["try { x(); } catch (e) { if (/a/.test(String(e))) x(1); }", WARNING],
  ["try { x(); } catch ({ message }) { switch (message) { case 'a': x(1); } }", WARNING],
  ["try { x(); } catch (e) { user.data.error = 'it was ' + e.message; }", WARNING],
  ["try { x(); } catch (e) { user.data.errors.push(e.message); }", WARNING],
  [
    "try { x(); } catch (e) { console.error('no: ' + e.message); throw new Error(e.message); }",
    NOTHING,
  ],
  ["try { x(); } catch (e) { if (e.name === 'TypeError') x(e.message); }", NOTHING],
  ["try { x(); } catch { user.data.error = jwt.message; }", NOTHING],
  ["x(new Date('Foo 1 2020'), Date.parse('10:00'));", ["warning", "warning"]],
  ["x(new Date('2026-11-29'), new Date('2026-11-29T10:00:00.000Z'), new Date(0));", NOTHING],
  [
    "x(new Date('29 Nov 2026 10:00:00 GMT'), Date.parse('Sun, 29 Nov 2026 10:00:00 +0100'));",
    NOTHING,
  ],
  ["x(new Date(jwt.birthdate), new Date('1/1/00', 1));", NOTHING],
  ["Object.prototype.x = 1; Error.prepareStackTrace = () => {};", ["warning", "warning"]],
  [
    "Object.defineProperty(Array.prototype, 0, {}); Object.assign(Math, {});",
    ["warning", "warning"],
  ],
  ["globalThis.x = 1; Object.assign(user.data, {}); const a = {}; Object.freeze(a);", NOTHING],
  ["x(Object.getOwnPropertyNames(Math), Reflect.ownKeys(String.prototype));", ["info", "info"]],
  ["x(Object.getOwnPropertyNames(user.data), Object.keys(Math), Reflect.ownKeys({}));", NOTHING],
  ["function f() { x(); } x(f.toString(), jwt.toString(), String(jwt));", NOTHING],
]);

rule("engine-global", [
  ["Java.type('java.lang.System');", ERROR],
  ["load('x.js');", WARNING],
  ["const print = String; print(1);", NOTHING],
  ["if (typeof Graal !== 'undefined') x(Graal.versionGraalVM);", NOTHING],
]);

rule("name-undefined", [
  ["user.data.x = nonsense;", ERROR],
  ["for (i = 0; i < 3; i++) user.data.x = i;", NOTHING],
  ["if (typeof nonsense !== 'undefined') user.data.x = nonsense;", NOTHING],
  ["user.data.x = arguments.length + Math.PI + undefined + NaN;", NOTHING],
  ["user.data.x = FusionAuth.ActiveDirectory; new Headers();", NOTHING],
  ["try { user.data.x = nonsense; } catch (e) { user.data.x = e.message; }", NOTHING],
  ["outer: for (;;) { break outer; }", NOTHING],
  ["{ function inner() {} } inner();", NOTHING],
  ["class A { #x = 1; get y() { return this.#x; } } user.data.x = new A().y;", NOTHING],
]);

describe("lambda-newer-syntax", () => {
  const said = (statement, version) =>
    of("lambda-newer-syntax", reconcile(statement), version ? { version } : {});

  test("what is newer than ES2021 and read by the engine is a remark", () => {
    assert.deepEqual(said("class A { x = 1; #y = 2; static {} }"), ["info", "info", "info"]);
    assert.deepEqual(said("var r = /a/d;"), INFO);
  });

  test("what the version's engine cannot read is an error", () => {
    assert.deepEqual(said("var r = /[a--b]/v;", "1.55"), ERROR);
    assert.deepEqual(said("var r = /[a--b]/v;", "1.56"), INFO);
    assert.deepEqual(said("var r = /(?<y>a)|(?<y>b)/;", "1.50"), ERROR);
    assert.deepEqual(said("var r = /(?<y>a)|(?<y>b)/;", "1.51"), INFO);
    assert.deepEqual(said("{ using x = null; }"), ERROR);
    assert.deepEqual(said("var r = /(?i:a)/;"), ERROR);
  });

  test("the version that reads it is named", () => {
    const [finding] = checkLambda(reconcile("var r = /[a--b]/v;"), { version: "1.55" });
    assert.equal(
      finding.message,
      "this lambda uses the flag `v` of a regular expression, and GraalJS 23.1, which FusionAuth 1.55.0 runs, cannot read that; FusionAuth 1.56 reads it",
    );
  });

  test("before 1.35 everything after ES5 is an error", () => {
    assert.deepEqual(said(`let x = (a) => \`\${a}\`;`, "1.34"), ["error", "error", "error"]);
    assert.deepEqual(said("var x = function (a) { return a; };", "1.34"), []);
    assert.deepEqual(said(`let x = (a) => \`\${a}\`;`, "1.35"), []);
  });

  test("what ES2021 has is not spoken of", () => {
    assert.deepEqual(said("user.data.x ??= jwt.a?.b ?? 1_000n ** 2n;"), []);
    assert.deepEqual(said("var r = /(?<=a)(?<n>b)(?:c)\\(\\?i:/su;"), []);
    assert.deepEqual(said("var r = /[(?i:a)](?<!b)\\[(?<n>c)\\]/;"), []);
  });
});

describe("lambda-async", () => {
  const said = (body) => of("lambda-async", body);

  test("promises are warned of", () => {
    assert.deepEqual(said(reconcile("Promise.resolve(1).then(String);")), ["warning", "warning"]);
    assert.deepEqual(said(reconcile("x(new Promise(String));")), WARNING);
    assert.deepEqual(said(reconcile("jwt.forEach(async () => {});")), WARNING);
  });

  test("what runs nothing is an error", () => {
    assert.deepEqual(said("function* reconcile(user) { user.firstName = 'x'; }"), ERROR);
    assert.deepEqual(said(reconcile("fetch('u').then(String);")), ERROR);
    assert.deepEqual(said(reconcile("const r = fetch('u'); r.then(String);")), ERROR);
  });
});

describe("lambda-parameter-misplaced", () => {
  const said = (parameters, options) =>
    of("lambda-parameter-misplaced", `function reconcile(${parameters}) {}`, options);

  test("a name that promises another argument is warned of", () => {
    assert.deepEqual(said("user, registration, idToken"), WARNING);
    assert.deepEqual(said("user, claims"), WARNING);
    assert.deepEqual(said("registration, user"), ["warning", "warning"]);
    assert.deepEqual(said("user, registration, jwt", { type: "HYPRReconcile" }), WARNING);
    assert.deepEqual(said("user, registration", { type: "LDAPConnectorReconcile" }), WARNING);
  });

  test("names of one's own are not", () => {
    assert.deepEqual(said("u, r, c, t"), []);
    assert.deepEqual(said("user, registration, userinfo, idToken, tokens"), []);
    assert.deepEqual(said("user, registration, idToken", { type: "GoogleReconcile" }), []);
    assert.deepEqual(said("user, { roles }, jwt = {}"), []);
  });
});

test("a parameter that the version does not pass matters where it is used", () => {
  const said = (statement) =>
    of("lambda-parameter-not-given", reconcile(statement), { version: "1.50" });
  assert.deepEqual(said("user.data.x = context.services;"), ERROR);
  assert.deepEqual(said("if (context) user.data.x = context.services;"), WARNING);
  assert.deepEqual(said("user.data.x = context?.services;"), WARNING);
  assert.deepEqual(said("user.data.x = 1;"), NOTHING);
});

describe("lambda-no-reconcile", () => {
  const said = (body) => of("lambda-no-reconcile", body);

  test("every way to make the function is known", () => {
    for (const body of [
      "function reconcile() {}",
      "const reconcile = () => {};",
      "reconcile = function () {};",
      "var reconcile; reconcile = function () {};",
      "const reconcile = wrap(function () {}); function wrap(f) { return f; }",
    ]) {
      assert.deepEqual(said(body), [], body);
    }
  });

  test("what cannot be called by FusionAuth is not it", () => {
    for (const body of [
      "",
      "function populate(jwt, user) {}",
      "class reconcile {}",
      "var reconcile = { user: 1 };",
      "function outer() { function reconcile() {} }",
      "reconcileUser = function () {};",
    ]) {
      assert.deepEqual(said(body), ERROR, body);
    }
  });
});

describe("lambda-does-not-parse", () => {
  const help = (body) => {
    const [finding, ...others] = checkLambda(body);
    assert.deepEqual([finding.code, others.length], ["lambda-does-not-parse", 0]);
    return finding.help;
  };

  test("the faults of public examples are explained", () => {
    assert.match(help("function(user, registration) {}"), /its name/);
    assert.match(help("var r = { roles = ['user'] };"), /write `:`/);
    assert.match(help('var x = \\"Hello\\";'), /escaped once too often/);
    assert.match(help("var x = 'Hello;\n"), /end the text/);
    assert.match(help("function reconcile(user) {"), /left open/);
    assert.match(help("function reconcile(u) { await fetch('x'); }"), /leave `await` out/);
  });

  test("a module is called one, and its rest is checked as well", () => {
    const body = `export ${reconcile("user.emial = jwt.email;")}`;
    assert.deepEqual(codes(body), ["lambda-module", "field-unknown"]);
    assert.deepEqual(codes(`import x from "y";\n${reconcile("x();")}`), ["lambda-module"]);
    assert.deepEqual(of("lambda-module", reconcile("x(require('a'), import('b'));")), [
      "error",
      "error",
    ]);
  });
});

describe("kickstart", () => {
  const said = (body) => codes(body, { kickstart: true });

  test("only what joining lines would change is reported", () => {
    assert.deepEqual(said("function reconcile() {}\n// the end\n"), []);
    assert.deepEqual(said("// first\nfunction reconcile() {}"), ["kickstart-line-comment"]);
    assert.deepEqual(said("function reconcile() { x() }\nfunction x() {}"), []);
    assert.deepEqual(said("var a = 1\nfunction reconcile() {}"), ["kickstart-semicolon"]);
    assert.deepEqual(said("var a = 1 /* b */\n/* c */ function reconcile() {}"), [
      "kickstart-semicolon",
    ]);
  });

  test("elsewhere it is nobody's business", () => {
    assert.deepEqual(codes("var a = 1 // b\nfunction reconcile() {}"), []);
  });
});
