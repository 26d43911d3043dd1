// What FusionAuth promises a lambda: console, event log, fetch, secrets, and a world that stands still.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, test } from "node:test";
import { Sandbox } from "../dist/sandbox.js";
import { firstLogin } from "./support/scenarios.mjs";

const sandbox = new Sandbox();
after(() => sandbox.close());

const lambda = (statements) =>
  `function reconcile(user, registration, jwt, id_token, tokens, context) {\n${statements}\n}`;

/** The outcome of Jane's login with a lambda of these statements. */
function run(statements, { debug, ...changes } = {}) {
  return sandbox.simulate(firstLogin({ lambda: { body: lambda(statements), debug }, ...changes }));
}

/** What the lambda logs for information. */
async function logged(statements, changes) {
  const { status, eventLog, diagnostics } = await run(statements, changes);
  assert.equal(status, 200, JSON.stringify(diagnostics));
  return eventLog.find(({ type }) => type === "Information")?.message;
}

/** The finding about a lambda that did not come to its end. */
async function finding(body) {
  const { status, diagnostics } = await sandbox.simulate(firstLogin({ lambda: { body } }));
  assert.equal(status, 512);
  const { code, message, line, column } = diagnostics[0];
  return { code, message: message.replace(/^.*?: /, ""), at: `${line}:${column}` };
}

test("messages of a level become one entry, and each call has one argument", async () => {
  const { eventLog } = await run(
    "console.info('a', 'not this'); console.log('b'); console.error('e'); console.debug('d'); console.info('c');",
    { debug: true },
  );
  assert.deepEqual(eventLog, [
    { type: "Information", message: "a\nb\nc" },
    { type: "Debug", message: "d" },
    { type: "Error", message: "e" },
  ]);
});

test("debug messages are kept only for a lambda with debug", async () => {
  assert.deepEqual((await run("console.debug('d');")).eventLog, []);
});

test("an object prints without its fields", async () => {
  const message = await logged(
    "for (const value of [user, [1, [2]], 3, undefined, null, true, Symbol('s'), 9n, Object.create(null), new Error('e')]) console.log(value); console.log();",
  );
  assert.equal(
    message,
    "[object Object]\n1,2\n3\nundefined\nnull\ntrue\nSymbol(s)\n9\n[object Object]\nError: e\nundefined",
  );
});

test("console.warn is assumed to exist, and the outcome says so", async () => {
  const outcome = await run("console.info('a'); console.warn('b', 2);");
  assert.deepEqual(outcome.eventLog, [{ type: "Information", message: "a\nb" }]);
  const met = outcome.assumptions.find(({ id }) => id === "console-warn");
  assert.deepEqual([met?.value, met?.decisive], ["exists", true]);
});

test("a lambda fails where console.warn is assumed to be missing", async () => {
  const assumptions = { "console-warn": "missing" };
  assert.equal((await run("console.warn('b');", { assumptions })).status, 512);
  assert.equal((await run("if (console.warn) console.warn('b');", { assumptions })).status, 200);
});

test("what was logged before a throw is kept, and the rest of the run is not", async () => {
  const { status, user, eventLog } = await run(
    "user.firstName = 'x'; console.info('before'); throw new TypeError('no');",
  );
  assert.deepEqual([status, user], [512, null]);
  assert.deepEqual(eventLog, [
    { type: "Information", message: "before" },
    { type: "Error", message: "TypeError: no" },
  ]);
});

const FETCH = [
  { url: "https://api.example.com/a", status: 200, headers: { "X-Kind": "first" }, body: "one" },
  { url: "https://api.example.com/a", status: 404, body: "never" },
  { url: "https://api.example.com/a", method: "POST", status: 201, body: { made: true } },
];

test("fetch answers at once from the scenario, by address and method", async () => {
  const message = await logged(
    `const got = fetch('https://api.example.com/a', { headers: new Headers({ Accept: 'text/plain' }) });
     const made = fetch('https://api.example.com/a', { method: 'post', body: '{}' });
     console.info([got.status, got.headers['x-kind'], got.body, made.status, JSON.parse(made.body).made].join());`,
    { fetch: FETCH },
  );
  assert.equal(message, "200,first,one,201,true");
});

test("an address that the scenario does not list is an error that shows what to add", async () => {
  const message = await logged(
    `for (const options of [undefined, { method: 'PUT' }]) {
       try { fetch('https://api.example.com/"b"', options); } catch (e) { console.info(e.message.match(/\\{.*\\}/)[0]); }
     }`,
    { fetch: FETCH },
  );
  assert.deepEqual(message.split("\n").map(JSON.parse), [
    { url: 'https://api.example.com/"b"', status: 200, body: "" },
    { url: 'https://api.example.com/"b"', method: "PUT", status: 200, body: "" },
  ]);
});

test("the entry that such an error shows can be added as it stands", async () => {
  const asked =
    "const { status, body } = fetch('https://x.example/?a=1', { method: 'DELETE' }); console.info(status + body);";
  const { diagnostics } = await run(asked);
  const [entry] = /\{.*\}/.exec(diagnostics[0].message);
  assert.equal(await logged(asked, { fetch: [JSON.parse(entry)] }), "200");
});

test("fetch wants an address as text", async () => {
  assert.equal((await run("fetch({ url: 'https://x.example' });")).status, 512);
});

test("headers are found in any case", async () => {
  const message = await logged(
    `const headers = new Headers({ 'X-A': 1 });
     headers.append('x-a', 2); headers.set('B', 'b'); headers.append('c', 'c'); headers.delete('C');
     const copy = new Headers(headers); const all = [];
     copy.forEach((value, name) => all.push(name + '=' + value));
     console.info([headers.get('X-a'), headers.has('b'), headers.get('c'), all.join('&')].join('|'));`,
  );
  assert.equal(message, "1, 2|true||x-a=1, 2&b=b");
});

test("secrets are read by name, and nothing else is there", async () => {
  const message = await logged(
    "const { secrets } = context.services; console.info(['key', 'nope', 'toString', '__proto__'].map((name) => secrets.get(name)).join('|'));",
    { secrets: { key: "value" } },
  );
  assert.equal(message, "value|||");
});

test("Active Directory's GUIDs are read", async () => {
  const bytes = [0xe0, 4, 0x25, 0x3f, 0x89, 0x4f, 0xd3, 0x11, 0x9a, 0xc, 3, 5, 0xe8, 0x2c, 0x33, 1];
  const text = Buffer.from(bytes).toString("base64");
  const call = `console.info(FusionAuth.ActiveDirectory.b64GuidToString('${text}'));`;
  assert.equal(await logged(call), "3f2504e0-4f89-11d3-9a0c-0305e82c3301");
  assert.equal((await run("FusionAuth.ActiveDirectory.b64GuidToString('AAAA');")).status, 512);
});

const CLOCK = `const date = new Date();
console.info([date.toISOString(), date.getHours(), date.getTimezoneOffset(), Date.now() === +date, String(new Date(2020, 6, 1)).slice(0, 28), Math.random(), [3, 1].toLocaleString()].join('|'));`;

test("the clock is the scenario's, in UTC wherever the program runs, and chance is always the same", async () => {
  const now = "2030-05-06T07:08:09.010Z";
  const message = await logged(CLOCK, { now });
  assert.match(
    message,
    /^2030-05-06T07:08:09.010Z\|7\|0\|true\|Wed Jul 01 2020 00:00:00 GMT\|0\.\d+\|3,1$/,
  );
  const scenario = firstLogin({ now, lambda: { body: lambda(CLOCK) } });
  const url = new URL("../dist/sandbox.js", import.meta.url).href;
  const script = `import { simulate } from ${JSON.stringify(url)};
    console.log((await simulate(${JSON.stringify(scenario)})).eventLog[0].message);`;
  const env = { ...process.env, TZ: "America/St_Johns", LANG: "de_DE.UTF-8" };
  const elsewhere = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    env,
    encoding: "utf8",
  });
  assert.equal(elsewhere.trim(), message);
});

test("what FusionAuth's engine does not have is absent", async () => {
  const names =
    "setTimeout setInterval queueMicrotask performance URL TextDecoder atob structuredClone WebAssembly require process module navigator window self XMLHttpRequest crypto";
  const message = await logged(
    `console.info('${names}'.split(' ').filter((name) => name in globalThis || typeof this[name] !== 'undefined').join());`,
  );
  assert.equal(message, "");
});

test("jobs of promises are done when the lambda has returned", async () => {
  const message = await logged(
    "Promise.resolve().then(() => { user.firstName = 'late'; console.info('late'); }); (async () => { await 1; console.info('later'); })(); console.info('now');",
  );
  assert.equal(message, "now\nlate\nlater");
});

for (const [name, body] of [
  [
    "a function among helpers",
    "const SUFFIX = '!';\nfunction other() {}\nfunction reconcile(user) { user.firstName = shout('a'); }\nfunction shout(text) { return text + SUFFIX; }",
  ],
  ["a variable", "var reconcile = function (user) { user.firstName = 'a!'; };"],
  [
    "a constant arrow function",
    "// My lambda\nconst reconcile = (user) => { user.firstName = 'a!'; };",
  ],
  [
    "an undeclared variable",
    "reconcile = function (user) { for (i = 0; i < 1; i++) user.firstName = 'a' + String.fromCharCode(041); };",
  ],
  [
    "a function with fewer and more parameters",
    "function reconcile(user, r, j, i, t, c, none) { if (none === undefined && arguments.length === 6) user.firstName = 'a!'; return 'ignored'; }",
  ],
  [
    "the later of two",
    "function reconcile() { throw 1; }\nfunction reconcile(user) { with ({ one: user }) { one.firstName = 'a!'; } }",
  ],
]) {
  test(`the lambda is ${name}`, async () => {
    const { user } = await sandbox.simulate(firstLogin({ lambda: { body } }));
    assert.equal(user.firstName, "a!");
  });
}

for (const [name, body, code, message, at] of [
  [
    "a text that does not parse",
    "// one\nfunction reconcile(user {\n}",
    "lambda-does-not-load",
    "SyntaxError",
    "2:25",
  ],
  ["an unnamed function", "function (user) {}", "lambda-does-not-load", "SyntaxError", "1:10"],
  ["a module", "export default 1;", "lambda-does-not-load", "SyntaxError", "1:1"],
  [
    "no function `reconcile`",
    "function reconsile() {}",
    "lambda-does-not-load",
    "there is no function `reconcile`",
    "undefined:undefined",
  ],
  [
    "a constant that is no function",
    "const reconcile = 1;",
    "lambda-does-not-load",
    "there is no function `reconcile`",
    "undefined:undefined",
  ],
  [
    "a throw beside the lambda",
    "function reconcile() {}\n\n  nope();",
    "lambda-does-not-load",
    "ReferenceError",
    "3:3",
  ],
  [
    "a throw within",
    "function reconcile(user) {\n  deep(user);\n}\nfunction deep(user) {\n  user.a.b = 1;\n}",
    "reconcile-failed",
    "TypeError",
    "5:3",
  ],
  [
    "a throw in a function of the engine's",
    "function reconcile() {\n  [1].forEach(() => {\n    JSON.parse('{');\n  });\n}",
    "reconcile-failed",
    "SyntaxError: Unexpected end of JSON input",
    "3:5",
  ],
  [
    "a throw of the realm's",
    "function reconcile() {\n  fetch('https://nowhere.example/');\n}",
    "reconcile-failed",
    "Error: the scenario does not say",
    "2:3",
  ],
]) {
  test(`${name} is told with its place`, async () => {
    const found = await finding(body);
    assert.deepEqual([found.code, found.at], [code, at], JSON.stringify(found));
    assert.ok(found.message.startsWith(message), found.message);
  });
}
