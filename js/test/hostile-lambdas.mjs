// Lambdas that do what no lambda should, and how each has to end. Node.js and a browser run the same list.

/** The body of a lambda that does `statements`. */
const lambda = (statements) => `function reconcile(user, registration, jwt) {\n${statements}\n}`;

/** It was stopped by this limit. */
const stopped = (limit) => ({ status: 512, code: "lambda-stopped", says: `(limit \`${limit}\`)` });
/** It threw, or what it left could not be stored. */
const threw = (says) => ({ status: 512, code: "reconcile-failed", says });
/** It came to its end; \`log\` is what it logged. */
const done = (log) => ({ status: 200, log });

/** A limit holds, whatever is done against it. */
const LIMITS = {
  "an endless loop": [stopped("steps"), "while (true) {}"],
  "an endless loop that catches": [stopped("steps"), "while (true) { try {} catch (e) {} }"],
  "an endless loop that never ends finally": [
    stopped("steps"),
    "while (true) { try { continue; } finally { continue; } }",
  ],
  "a loop in a getter that is read back": [
    stopped("steps"),
    "Object.defineProperty(user, 'data', { enumerable: true, get() { while (true); } });",
  ],
  "a loop in toJSON": [stopped("steps"), "user.data = { toJSON() { while (true); } };"],
  "a loop in toString of what is thrown": [
    stopped("steps"),
    "throw { toString() { while (true); } };",
  ],
  "a loop in toString of what is logged": [
    stopped("steps"),
    "console.info({ toString() { while (true); } });",
  ],
  "an endless generator": [
    stopped("steps"),
    "function* all() { while (true) yield 1; }\nfor (const one of all());",
  ],
  "a wait for a clock that stands still": [
    stopped("steps"),
    "const start = Date.now(); while (Date.now() < start + 2000);",
  ],
  "a regular expression that backtracks": [
    stopped("steps"),
    "/^(a+)+$/.test('a'.repeat(60) + 'b');",
  ],
  "a regular expression in a replacement": [
    stopped("steps"),
    "('a'.repeat(60) + 'b').replace(/(a|aa)+$/, '');",
  ],
  "a comparator that never ends": [stopped("steps"), "[3, 2, 1].sort(() => { while (true); });"],
  "endless recursion": [stopped("stack"), "function down() { down(); }\ndown();"],
  "endless recursion through a getter": [
    stopped("stack"),
    "const deep = { get more() { return this.more; } };\ndeep.more;",
  ],
  "endless recursion through a proxy": [
    stopped("stack"),
    "const deep = new Proxy({}, { get: (target, key, self) => self[key] });\ndeep.more;",
  ],
  "memory that grows fast": [
    stopped("memory"),
    "const all = []; while (true) all.push('x'.repeat(1e6) + all.length);",
  ],
  "memory that grows slowly": [
    stopped("memory"),
    "const all = []; while (true) all.push({ one: 1 });",
  ],
  "memory that grows and is caught": [
    stopped("memory"),
    "const all = []; while (true) { try { all.push(new Uint8Array(1e6)); } catch (e) {} }",
  ],
  "a caught failure to get memory": [
    stopped("memory"),
    "try { new Uint8Array(1.5e9); } catch (e) { user.firstName = 'Joan'; }",
  ],
  "memory taken by a string": [stopped("memory"), "'x'.repeat(2 ** 29);"],
  "memory taken by padding": [stopped("memory"), "''.padEnd(2 ** 29, 'ab');"],
  "memory taken by splitting": [stopped("memory"), "'x'.repeat(1e7).split('');"],
  "memory taken by replacing": [
    stopped("memory"),
    "'x'.repeat(1e4).replace(/x/g, 'y'.repeat(1e5));",
  ],
  "memory taken by fill": [stopped("memory"), "Array(1e9).fill(0);"],
  "memory taken by Array.from": [stopped("memory"), "Array.from({ length: 1e9 });"],
  "memory taken by flattening": [
    stopped("memory"),
    "let all = [1]; for (let i = 0; i < 40; i++) all = [all, all];\nall.flat(Infinity);",
  ],
  "memory taken by closures": [
    stopped("memory"),
    "let chain = () => {}; while (true) chain = ((inner) => () => inner)(chain);",
  ],
  "a million properties": [stopped("memory"), "for (let i = 0; i < 1e6; i++) user['p' + i] = i;"],
};

/** What is left of a lambda cannot be stored. */
const LEFTOVERS = {
  "a getter that throws": [
    threw("`/user/data` cannot be stored: Error: no"),
    "Object.defineProperty(user, 'data', { enumerable: true, get() { throw new Error('no'); } });",
  ],
  "a getter that throws below": [
    threw("`/user/data` cannot be stored: Error: no"),
    "user.data = { get deep() { throw new Error('no'); } };",
  ],
  "a proxy that throws": [
    threw("`/user/data` cannot be stored: Error: no"),
    "user.data = new Proxy({}, { ownKeys() { throw new Error('no'); } });",
  ],
  "a revoked proxy": [
    threw("`/user/data` cannot be stored"),
    "const { proxy, revoke } = Proxy.revocable({}, {}); user.data = proxy; revoke();",
  ],
  "a cycle": [threw("`/user/data` cannot be stored"), "user.data.me = user;"],
  "a cycle of its own": [
    threw("`/registration/data` cannot be stored"),
    "const a = {}; a.a = a; registration.data = a;",
  ],
  "a BigInt": [threw("`/user/data` cannot be stored"), "user.data.n = 10n;"],
  "a BigInt as a field": [threw("`/user/birthDate` cannot be stored"), "user.birthDate = 10n;"],
  "a symbol": [
    threw("`/user/fullName` cannot be stored: it is a function or a symbol"),
    "user.fullName = Symbol('x');",
  ],
  "a function": [threw("it is a function or a symbol"), "user.firstName = () => 'Joan';"],
  "deep nesting": [
    threw("nested more than 100 deep"),
    "let deep = user.data; for (let i = 0; i < 200; i++) deep = deep.a = {};",
  ],
  "very deep nesting": [
    stopped("stack"),
    "let deep = []; for (let i = 0; i < 50000; i++) deep = [deep];\nuser.data = deep;",
  ],
  "a huge text": [threw("it is larger than 5 MB"), "user.data.text = 'x'.repeat(6e6);"],
  "an object without text thrown": [
    threw("an object that has no text"),
    "throw Object.create(null);",
  ],
  "nothing thrown": [threw("undefined"), "throw undefined;"],
};

/** It goes on as if nothing had been. */
const TAMPERING = {
  "recursion that is caught": [
    done("caught"),
    "function down() { down(); }\ntry { down(); } catch (e) { console.info('caught'); }",
  ],
  "a string of a billion characters that is caught": [
    done("RangeError"),
    "try { 'x'.repeat(2 ** 31); } catch (e) { console.info(e.name); }",
  ],
  "Object.prototype with setters": [
    done("fine"),
    `for (const key of ['value', 'get', 'place', 'parameters', 'user', 'failure', 'kind', 'toJSON', 'then', 'key']) {
  const setter = Object.create(null);
  Object.defineProperty(Object.prototype, key, Object.assign(setter, { set() { throw new Error(key); } }));
}
console.info('fine');`,
  ],
  "a setter for the engine's own lists": [
    { status: 512, code: "lambda-stopped", says: "the engine failed: Error: mine" },
    "Object.defineProperty(Object.prototype, 0, { set() { throw new Error('mine'); } });",
  ],
  "Object.prototype with values": [
    done("fine"),
    `Object.assign(Object.prototype, { get: 1, set: 2, value: 3, writable: true, name: 'x', length: 9, has: 1, apply: 2 });
user.middleName = 'M'; console.info('fine');`,
  ],
  "JSON replaced": [
    done("fine"),
    "JSON.parse = JSON.stringify = () => { throw new Error('no'); }; JSON = null; console.info('fine');",
  ],
  "Object, Array, Reflect, Function, Error and Map replaced": [
    done("fine"),
    `for (const name of ['defineProperty', 'keys', 'getOwnPropertyDescriptor', 'create', 'hasOwn']) Object[name] = null;
for (const name of Object.getOwnPropertyNames(Reflect)) Reflect[name] = null;
for (const object of [Array.prototype, Map.prototype, String.prototype]) {
  for (const name of Object.getOwnPropertyNames(object)) {
    if (name !== 'constructor' && name !== 'length') delete object[name];
  }
}
Function.prototype.call = Function.prototype.apply = Function.prototype.bind = null;
Object = Array = Reflect = Function = Error = Map = Proxy = undefined;
console.info('fine');`,
  ],
  "every global deleted": [
    done("fine"),
    "const { info } = console; const all = globalThis; for (const name of Object.getOwnPropertyNames(all)) delete all[name];\ninfo('fine');",
  ],
  "reconcile redefined": [
    done("fine"),
    "reconcile = () => { throw new Error('other'); }; console.info('fine');",
  ],
  "this tampered with": [
    done("fine"),
    "this.user = 1; this.reconcile = null; Object.freeze(this); console.info('fine');",
  ],
  "Error.prepareStackTrace and stackTraceLimit": [
    done("fine"),
    `Error.prepareStackTrace = () => { throw new Error('no'); };
Error.stackTraceLimit = 0;
Object.defineProperty(Error.prototype, 'stack', { get() { throw new Error('no'); } });
user.middleName = 'M'; console.info('fine');`,
  ],
  "arguments frozen": [
    done("fine"),
    "Object.freeze(user); Object.freeze(jwt); user.firstName = 'Joan'; user.data.a = 1; console.info('fine');",
  ],
  "arguments with other prototypes": [
    done("fine"),
    "Object.setPrototypeOf(user, null); Object.setPrototypeOf(jwt, { evil: 1 }); console.info('fine');",
  ],
  "a job that never ends": [
    stopped("steps"),
    "Promise.resolve().then(() => { while (true); }); console.info('fine');",
  ],
  "a huge event log": [
    done(undefined),
    "for (let i = 0; i < 2000; i++) console.info('x'.repeat(1000));",
  ],
};

/** Ways that led out of other sandboxes. Each logs what it found. */
const FOUND = `['process', 'require', 'module', 'Buffer', 'postMessage', 'self', 'window', 'document', 'WebAssembly',
  'XMLHttpRequest', 'importScripts', 'navigator', 'performance', 'setTimeout', 'std', 'os', 'scriptArgs', 'Java', 'Polyglot']
  .filter((name) => make('return typeof ' + name)() !== 'undefined').join()`;
const ESCAPES = Object.fromEntries(
  [
    ["Function", "Function"],
    ["a function of console", "console.log.constructor"],
    ["an arrow function of the realm", "context.services.secrets.get.constructor"],
    ["fetch", "fetch.constructor"],
    ["Headers", "Headers.constructor"],
    ["FusionAuth", "FusionAuth.ActiveDirectory.b64GuidToString.constructor"],
    ["the user", "user.constructor.constructor"],
    ["the claims", "jwt.sub.constructor.constructor"],
    [
      "an error of the realm",
      "(() => { try { fetch(1); } catch (e) { return e.constructor.constructor; } })()",
    ],
    [
      "an error of the engine",
      "(() => { try { null.x; } catch (e) { return e.constructor.constructor; } })()",
    ],
    [
      "a generator's constructor",
      "(body) => Object.getPrototypeOf(function* () {}).constructor(body)().next().value",
    ],
  ].map(([name, way]) => [
    `a way out through ${name}`,
    [
      done(""),
      `const context = arguments[5];\nconst way = ${way};
const make = (body) => (...given) => { const made = way(body); return typeof made === 'function' ? made(...given) : made; };
console.info(${FOUND});`,
    ],
  ]),
);

/** Every case: its name, the lambda's text, and how it ends. */
export const hostile = [LIMITS, LEFTOVERS, TAMPERING, ESCAPES].flatMap((cases) =>
  Object.entries(cases).map(([name, [expected, statements]]) => ({
    name,
    body: lambda(statements),
    expected,
  })),
);

/** Lambdas that are not read at all, or not to their end. */
export const unloaded = [
  ["a loop beside the lambda", "while (true) {}\nfunction reconcile() {}", "lambda-stopped"],
  [
    "memory taken beside the lambda",
    "var x = 'x'.repeat(2 ** 29);\nfunction reconcile() {}",
    "lambda-stopped",
  ],
  ["nesting that no parser reads", `${"(".repeat(1e5)}`, undefined],
  [
    "a lambda that is a getter",
    "Object.defineProperty(globalThis, 'reconcile', { get() { throw new Error('no'); } })",
    "lambda-does-not-load",
  ],
].map(([name, body, code]) => ({ name, body, expected: { status: 512, code } }));

/** Built-in functions that take for ever and ask nobody: the worker itself has to end. */
export const unresponsive = [
  ["a huge list that is searched", lambda("Array(4e9).indexOf(1);")],
  ["a huge list that is sorted", lambda("Array(4e9).sort();")],
  [
    "a search that is repeated",
    lambda("const a = 'a'.repeat(1e7); while (true) a.lastIndexOf('ab');"),
  ],
].map(([name, body]) => ({ name, body }));
