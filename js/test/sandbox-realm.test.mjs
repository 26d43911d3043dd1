// What a lambda sees of the engine that its FusionAuth version runs.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Sandbox } from "../dist/sandbox.js";
import { firstLogin } from "./support/scenarios.mjs";

const sandbox = new Sandbox();
after(() => sandbox.close());

const lambda = (statements) => `function reconcile(user, registration, jwt) {\n${statements}\n}`;

/** The outcome of a login with a lambda of these statements. */
function run(statements, changes = {}) {
  return sandbox.simulate(firstLogin({ lambda: { body: lambda(statements) }, ...changes }));
}

/** What the lambda logs for information. */
async function logged(statements) {
  const { status, eventLog, diagnostics } = await run(statements);
  assert.equal(status, 200, JSON.stringify(diagnostics));
  return eventLog.find(({ type }) => type === "Information")?.message;
}

test("a method that FusionAuth's engine lacks fails the login", async () => {
  for (const statement of [
    "new Set(['a']).union(new Set(['b']));",
    "[1, 2].values().map((n) => n);",
    "Promise.try(() => 1);",
    "RegExp.escape('a');",
    "Math.sumPrecise([1]);",
    "new Float16Array(1);",
  ]) {
    assert.equal((await run(statement)).status, 512, statement);
  }
});

test("names are sorted as people sort them", async () => {
  const sorted =
    "console.info(['Zoë', 'ähnlich', 'Ada', 'zeta', 'émile'].sort((a, b) => a.localeCompare(b)).join());";
  assert.equal(await logged(sorted), "Ada,ähnlich,émile,zeta,Zoë");
  const swedish = "console.info(['ö', 'z', 'ä'].sort(new Intl.Collator('sv').compare).join());";
  assert.equal(await logged(swedish), "z,ä,ö");
});

test("dates and numbers are written in a locale, in UTC unless a zone is given", async () => {
  const written = await logged(`
    const date = new Date(0);
    console.info(date.toLocaleDateString());
    console.info(date.toLocaleString('en-US', { timeZone: 'America/New_York' }));
    console.info(date.toLocaleDateString('de-DE', { weekday: 'long', day: 'numeric', month: 'long' }));
    console.info((1234567.891).toLocaleString('de-DE') + ' ' + 'I'.toLocaleLowerCase('tr'));
    console.info(String(date));`);
  assert.equal(
    written,
    "1/1/1970\n12/31/1969, 7:00:00\u202fPM\nDonnerstag, 1. Januar\n1.234.567,891 ı\nThu Jan 01 1970 00:00:00 GMT+0000 (GMT)",
  );
});

test("a bad locale or zone is an error that can be caught, of the realm's own", async () => {
  const caught = await logged(`
    for (const make of [() => 'a'.localeCompare('b', 'no locale'), () => new Intl.DateTimeFormat('en', { timeZone: 'Mars/X' }),
      () => new Intl.NumberFormat('en', { style: 'currency' }), () => new Intl.NumberFormat('en', null)]) {
      try { make(); } catch (error) { console.info((error instanceof RangeError) + ' ' + (error instanceof TypeError) + ' ' + error.message); }
    }`);
  assert.equal(
    caught,
    [
      "true false Language tag is not well-formed: no locale",
      "true false Invalid time zone Mars/X",
      'false true Currency can not be undefined when style is "currency".',
      "false true Cannot convert undefined or null to object: null",
    ].join("\n"),
  );
});

test("nothing of the host is reached through Intl", async () => {
  const found = await logged(`
    const made = [new Intl.NumberFormat('en'), new Intl.NumberFormat('en').formatToParts(1), new Intl.Locale('en'),
      new Intl.DateTimeFormat('en').resolvedOptions(), new Intl.Segmenter('en').segment('a'), Intl.getCanonicalLocales('en'),
      new Intl.Collator().compare, Intl];
    try { new Intl.Locale('!'); } catch (error) { made.push(error); }
    console.info(made.map((each) => each.constructor.constructor('return typeof process + typeof require + typeof self')()).join());
    console.info(made.every((each) => each instanceof Object));`);
  assert.equal(found, `${Array(9).fill("undefinedundefinedundefined").join()}\ntrue`);
});

test("what a lambda replaces changes nothing of how locales are answered", async () => {
  const message = await logged(`
    JSON.parse = JSON.stringify = () => { throw 'replaced'; };
    Array.prototype.toJSON = Object.prototype.toJSON = String.prototype.toJSON = () => 'replaced';
    WeakMap.prototype.get = WeakMap.prototype.set = () => { throw 'replaced'; };
    Object.defineProperty(Object.prototype, 'type', { set() { throw 'set'; }, get() { return 'type'; }, configurable: true });
    Object.prototype.refused = 'refused'; Object.prototype.value = 'value';
    const text = ['b', 'a'].sort((x, y) => x.localeCompare(y)).join() + new Intl.NumberFormat('de').format(1.5) + new Date(0).toLocaleDateString('sv-SE', { month: 'long' });
    delete Object.prototype.toJSON; delete Object.prototype.refused; delete Object.prototype.value; delete Object.prototype.type;
    console.info(text);`);
  assert.equal(message, "a,b1,5januari");
});

test("many comparisons take no memory, and many formats neither", async () => {
  const { status, diagnostics } = await run(`
    const names = []; for (let i = 0; i < 3000; i++) names.push('name ' + (i * 7919) % 3000);
    names.sort((a, b) => a.localeCompare(b));
    for (let i = 0; i < 300; i++) new Intl.NumberFormat('en', { minimumIntegerDigits: 1 + i % 21 }).format(i);`);
  assert.equal(status, 200, JSON.stringify(diagnostics));
});

test("RegExp tells what the latest match was", async () => {
  const told = await logged(
    "if (/(\\w+)@(\\w+)/.test('to jane@example now')) console.info([RegExp.$1, RegExp.$2, RegExp.lastMatch, RegExp.leftContext, RegExp['$\\'']].join('|'));",
  );
  assert.equal(told, "jane|example|jane@example|to | now");
});

test("a full stack is a RangeError that a lambda can catch, and a limit when it does not", async () => {
  const deep = "function deeper() { return 1 + deeper(); }";
  const caught = `${deep} try { deeper(); } catch (error) { console.info(error.name + (error instanceof RangeError) + typeof InternalError); }`;
  assert.equal(await logged(caught), "RangeErrortrueundefined");
  const again = await run(`${deep} try { deeper(); } catch (error) { throw error; }`);
  assert.match(again.diagnostics[0].message, /limit `stack`/);
  const own = await run("throw new RangeError('stack overflow');");
  assert.equal(own.diagnostics[0].code, "reconcile-failed");
  assert.doesNotMatch(own.diagnostics[0].message, /limit/);
});

test("functions of the realm show no text", async () => {
  const texts = await logged(
    "console.info([Math.abs, console.info, fetch, Headers, Intl.Collator, ''.localeCompare, Date, Error].map(String).filter((text) => !/^function \\w*\\(\\) \\{ \\[native code\\] \\}$/.test(text)).join('|'));",
  );
  assert.equal(texts, "");
});

test("a call stack begins with what is wrong, and shows the lambda alone", async () => {
  const stack = await logged(`
    class Mine extends Error {}
    function deep(n) { return n ? deep(n - 1) : new Mine('too deep').stack; }
    const target = { name: 'Here' };
    Error.captureStackTrace(target);
    console.info(deep(20)); console.info(target.stack);`);
  const lines = stack.split("\n");
  assert.equal(lines[0], "Error: too deep");
  assert.equal(
    lines.filter((line) => /^ {4}at (?:deep|Mine) \(reconcile\.js:\d+:\d+\)$/.test(line)).length,
    10,
  );
  assert.equal(lines[11], "Here");
  assert.match(lines[12], /^ {4}at reconcile \(reconcile\.js:6:\d+\)$/);
  assert.equal(lines.length, 13);
});
