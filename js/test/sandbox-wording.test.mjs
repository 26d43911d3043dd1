// Errors of the engine read as GraalJS words them. tests/parity/errors.json has what GraalJS said and where.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { Sandbox } from "../dist/sandbox.js";
import { firstLogin } from "./support/scenarios.mjs";
import { source } from "./support/source.mjs";

const { lambdaText } = await source("sandbox/source/lambda-text");
const { placeOfFailure } = await source("sandbox/position/places");
const file = new URL("../../tests/parity/errors.json", import.meta.url);
const errors = JSON.parse(readFileSync(file, "utf8"));
const sandbox = new Sandbox();

after(() => sandbox.close());

const whole = (statements) => `function reconcile() {\n${statements}\n}`;

/** How an error is told that the lambda does not catch, and where. */
async function told(body) {
  const { diagnostics } = await sandbox.simulate(firstLogin({ lambda: { body } }));
  const [{ message, line, column }] = diagnostics;
  return { message: message.replace(/^.*?: (?=\w)/, ""), at: `${line}:${column}` };
}

/** The place that GraalJS tells, as both engines are made to tell it. */
function placeOf({ text, said, at }) {
  const { tree, lines } = lambdaText(whole(text), "24.1.2");
  const [line, column] = at.split(":").map(Number);
  const place = placeOfFailure(tree, lines, { line, column }, said);
  return `${place.line}:${place.column}`;
}

const trimmed = (message) => message.replace(/: $/, "");
const found = new Map();
for (const error of errors) found.set(error.name, await told(whole(error.text)));

test("errors that are not caught read as in GraalJS", () => {
  const others = errors.filter(({ name, said, otherWords }) => {
    const isSame =
      trimmed(found.get(name).message) === trimmed(said).replace(/\p{Surrogate}/gu, "\ufffd");
    return isSame === (otherWords !== undefined);
  });
  assert.deepEqual(
    others.map(({ name, text, said }) => ({ text, said, found: found.get(name).message })),
    [],
  );
});

test("errors that are not caught are told at the place where GraalJS tells them", () => {
  const others = errors.filter(
    (error) => (found.get(error.name).at === placeOf(error)) === (error.otherPlace !== undefined),
  );
  assert.deepEqual(
    others.map((error) => ({
      text: error.text,
      at: placeOf(error),
      found: found.get(error.name).at,
    })),
    [],
  );
});

/** What a lambda of these statements logs as an error. */
async function logged(body) {
  const { eventLog, diagnostics } = await sandbox.simulate(firstLogin({ lambda: { body } }));
  return eventLog.find(({ type }) => type === "Error")?.message ?? JSON.stringify(diagnostics[0]);
}

const caught = (statements) => `function reconcile(user, registration, jwt) {\n  ${statements}\n}`;

for (const [name, statements, message] of [
  [
    "a caught error",
    "try { jwt.a.b; } catch (e) { console.error(e.name + ' ' + e.message); }",
    "TypeError Cannot read property 'b' of undefined",
  ],
  [
    "one that is taken apart",
    "try { jwt.f(); } catch ({ name, message: m }) { console.error(name + ' ' + m); }",
    "TypeError jwt.f is not a function",
  ],
  [
    "one that is taken apart over several lines, with a comment and a blank in a text",
    "try { jwt.f(); } catch ({ // all\n  none = 'a  b',\n  message }) { console.error(none + message); }",
    "a  bjwt.f is not a function",
  ],
  [
    "a text that is taken apart",
    "try { throw 'four'; } catch ({ length, message }) { console.error(length + typeof message); }",
    "4undefined",
  ],
  [
    "one that is caught without a name",
    "try { jwt.f(); } catch { console.error('caught'); }",
    "caught",
  ],
  [
    "the author's own error",
    "try { throw new TypeError('not a function'); } catch (e) { console.error(e.message); }",
    "not a function",
  ],
  [
    "the author's own class of errors",
    "class Mine extends Error {}\n  try { throw new Mine('circular reference'); } catch (e) { console.error(e.message); }",
    "circular reference",
  ],
  [
    "a text that is thrown",
    "try { throw 'not a function'; } catch (e) { console.error(e); }",
    "not a function",
  ],
  [
    "a full stack",
    "function f() { return f() + 1; }\n  try { f(); } catch (e) { console.error(e + ' ' + (e instanceof RangeError)); }",
    "RangeError: Maximum call stack size exceeded true",
  ],
  [
    "an error that is caught twice",
    "try { try { nope(); } catch (e) { throw e; } } catch (e) { console.error(e.message); }",
    "nope is not defined",
  ],
  [
    "the cause of another error",
    "try { try { nope(); } catch (e) { throw new Error('mine', { cause: e }); } } catch (e) { console.error(e.message + ': ' + e.cause.message); }",
    "mine: nope is not defined",
  ],
  [
    "no JSON",
    "try { JSON.parse('{\"a\": tru}'); } catch (e) { console.error(e.message); }",
    "Unexpected token t in JSON at position 6",
  ],
  [
    "JSON that ends",
    "try { JSON.parse('{\"a\":'); } catch (e) { console.error(e.message); }",
    "Unexpected end of JSON input",
  ],
  [
    "an error of a reviver",
    "try { JSON.parse('[1]', () => { throw new SyntaxError('mine'); }); } catch (e) { console.error(e.message); }",
    "mine",
  ],
  [
    "a call stack",
    "try {\n    jwt.a.b;\n  } catch (e) { console.error(e.stack.split('\\n').slice(0, 2).join('|')); }",
    "TypeError: Cannot read property 'b' of undefined|    at reconcile (reconcile.js:3:5)",
  ],
]) {
  test(`${name} reads as in GraalJS`, async () => {
    assert.equal(await logged(caught(statements)), message);
  });
}

test("how an error is translated cannot be seen", async () => {
  const body = `function reconcile() {
    function one() { try { nope(); } catch (e) { return e; } }
    const two = () => { try { nope(); } catch ({ message,
      name }) { return message + name; } };
    one();
    const names = Object.getOwnPropertyNames(globalThis).filter((name) => /kit/.test(name));
    console.error([String(one), two.toString(), names, JSON.parse.name, JSON.parse.length].join("|"));
  }`;
  assert.equal(
    await logged(body),
    "function one() { try { nope(); } catch (e) { return e; } }|() => { try { nope(); } catch ({ message,\n      name }) { return message + name; } }||parse|2",
  );
});

test("places after a catch clause on the same line stay what they are", async () => {
  const body =
    "function reconcile(user) { try { nope(); } catch (e) { user.none.x = e.message; } }";
  assert.deepEqual(await told(body), {
    message: "TypeError: Cannot set property 'x' of undefined",
    at: `1:${body.indexOf("user.none") + 1}`,
  });
});
