// Lists every object that a lambda can reach without calling anything: from the global object, and from what syntax
// makes. One line a property, in an order that does not depend on the engine, so that two lists can be compared.
//
//   Math.abs wc function abs/1
//   Map.prototype.size -c get "get size"/0
//   Array.prototype -> Object.prototype
//
// The letters are writable, enumerable, configurable. The function's text goes into each engine; `alsoPassed` names
// globals that are left out.

export function enumerate(alsoPassed) {
  // What FusionAuth adds, and what a test adds.
  const PASSED = "console fetch Headers FusionAuth reconcile result".split(" ").concat(alsoPassed);
  const sort = Array.prototype.sort;
  const { ownKeys, getPrototypeOf, getOwnPropertyDescriptor, construct, isExtensible } = Reflect;
  const tagOf = Object.prototype.toString;
  const names = new Map();
  const queue = [];
  const lines = [];

  function keyText(key) {
    if (typeof key === "string") return key;
    const { description } = key;
    return description.startsWith("Symbol.") ? `@@${description.slice(7)}` : `@@${description}`;
  }

  /** The name of an object, which gets one when it is met for the first time. */
  function named(object, name) {
    const known = names.get(object);
    if (known !== undefined) return known;
    names.set(object, name);
    queue.push(object);
    return name;
  }

  function isObject(value) {
    return (typeof value === "object" && value !== null) || typeof value === "function";
  }

  function isConstructor(value) {
    try {
      construct(Object, [], value);
      return true;
    } catch {
      return false;
    }
  }

  const SHAPE = { writable: false, enumerable: false, configurable: true };

  /** What a function says of itself. Its `name` and `length` are told here when they are as they usually are. */
  function functionText(value) {
    const told = [];
    for (const key of ["name", "length"]) {
      const found = getOwnPropertyDescriptor(value, key);
      const isUsual = found && Object.keys(SHAPE).every((each) => found[each] === SHAPE[each]);
      told.push(isUsual ? (key === "name" ? JSON.stringify(found.value) : found.value) : "?");
    }
    return `${told[0]}/${told[1]}${isConstructor(value) ? " new" : ""}`;
  }

  function isTold(object, key) {
    if (typeof object !== "function" || (key !== "name" && key !== "length")) return false;
    const found = getOwnPropertyDescriptor(object, key);
    return Object.keys(SHAPE).every((each) => found[each] === SHAPE[each]);
  }

  function valueText(value, path) {
    if (typeof value === "function") {
      const name = named(value, path);
      return name === path ? `function ${functionText(value)}` : `= ${name}`;
    }
    if (isObject(value)) {
      const name = named(value, path);
      return name === path ? `object ${tagOf.call(value)}` : `= ${name}`;
    }
    if (typeof value === "string") return JSON.stringify(value);
    if (typeof value === "bigint") return `${value}n`;
    return Object.is(value, -0) ? "-0" : String(value);
  }

  function propertyText(object, key, path) {
    const found = getOwnPropertyDescriptor(object, key);
    const letters =
      (found.writable ? "w" : "-") +
      (found.enumerable ? "e" : "-") +
      (found.configurable ? "c" : "-");
    if ("value" in found) return `${letters} ${valueText(found.value, path)}`;
    const parts = [];
    if (found.get) parts.push(`get ${valueText(found.get, `get ${path}`)}`);
    if (found.set) parts.push(`set ${valueText(found.set, `set ${path}`)}`);
    return `${letters} ${parts.join(" ")}`;
  }

  function describe(object) {
    const path = names.get(object);
    const prototype = getPrototypeOf(object);
    const link = prototype === null ? "null" : named(prototype, `${path}.__proto__`);
    lines.push(`${path} -> ${link}${isExtensible(object) ? "" : " not extensible"}`);
    const keys = new Map();
    for (const key of ownKeys(object)) keys.set(keyText(key), key);
    for (const text of sort.call([...keys.keys()])) {
      if (object === globalThis && PASSED.includes(text)) continue;
      if (isTold(object, text)) continue;
      const member = object === globalThis ? text : `${path}.${text}`;
      lines.push(`${member} ${propertyText(object, keys.get(text), member)}`);
    }
  }

  /** What can be had from `make`, or nothing where the engine does not have it. */
  function root(name, make) {
    let value;
    try {
      value = make();
    } catch {
      lines.push(`${name} missing`);
      return;
    }
    lines.push(`${name} ${valueText(value, name)}`);
  }

  for (const name of ["Object", "Function", "Array", "String", "Error", "RegExp"]) {
    named(globalThis[name].prototype, `${name}.prototype`);
  }
  named(globalThis, "globalThis");
  // Everything that has a name in the language is met under it before it is met as somebody's prototype.
  for (const key of sort.call(Object.getOwnPropertyNames(globalThis))) {
    const found = getOwnPropertyDescriptor(globalThis, key);
    if (PASSED.includes(key) || !isObject(found.value) || found.value === globalThis) continue;
    named(found.value, key);
    const prototype = getOwnPropertyDescriptor(found.value, "prototype");
    if (prototype && isObject(prototype.value)) named(prototype.value, `${key}.prototype`);
  }
  root("%TypedArray%", () => getPrototypeOf(Int8Array));
  root("%TypedArray.prototype%", () => getPrototypeOf(Int8Array).prototype);
  root("%ArrayIterator%", () => getPrototypeOf([][Symbol.iterator]()));
  root("%Iterator%", () => getPrototypeOf(getPrototypeOf([][Symbol.iterator]())));
  root("%MapIterator%", () => getPrototypeOf(new Map()[Symbol.iterator]()));
  root("%SetIterator%", () => getPrototypeOf(new Set()[Symbol.iterator]()));
  root("%StringIterator%", () => getPrototypeOf(""[Symbol.iterator]()));
  root("%RegExpStringIterator%", () => getPrototypeOf("".matchAll(/a/g)));
  root("%GeneratorFunction%", () => function* () {}.constructor);
  root("%AsyncFunction%", () => (async () => {}).constructor);
  root("%AsyncGeneratorFunction%", () => async function* () {}.constructor);
  root("%AsyncIterator%", () =>
    getPrototypeOf(getPrototypeOf(getPrototypeOf((async function* () {})()))),
  );
  root("%Segments%", () => getPrototypeOf(new Intl.Segmenter("en").segment("a")));
  root("%SegmentIterator%", () =>
    getPrototypeOf(new Intl.Segmenter("en").segment("a")[Symbol.iterator]()),
  );
  // Functions whose text says that they are strict are made of text: where this stands, everything is.
  const samples = {
    "(function)": () => function sample(_a, _b) {},
    "(strict function)": () => Function("a", '"use strict"'),
    "(arrow)": () => (a) => a,
    "(method)": () => ({ sample() {} }).sample,
    "(class)": () => class Sample {},
    "(derived class)": () => class Sample extends Array {},
    "(generator)": () => function* sample() {},
    "(async)": () => async function sample() {},
    "(bound)": () => function sample(_a, _b) {}.bind(null, 1),
    "(arguments)": () =>
      (function () {
        // biome-ignore lint/complexity/noArguments: it is what is looked at
        return arguments;
      })(1),
    "(strict arguments)": () => Function('"use strict"; return arguments')(1),
    "(array)": () => [1],
    "(regexp)": () => /a/g,
    "(match)": () => /(?<n>a)/.exec("a"),
    "(text)": () => Object("a"),
    "(date)": () => new Date(0),
    "(promise)": () => Promise.resolve(1),
    "(template)": () => ((texts) => texts)`a`,
    "(descriptor)": () => getOwnPropertyDescriptor({ a: 1 }, "a"),
    "(result)": () => [1][Symbol.iterator]().next(),
    "(aggregate)": () => {
      const error = new AggregateError([1], "m", { cause: 2 });
      delete error.stack;
      return error;
    },
  };
  for (const [name, make] of Object.entries(samples)) root(name, make);
  // Where it says where it was made differs, and its own property does not.
  root("(error stack)", () => {
    const found = getOwnPropertyDescriptor(new Error("m"), "stack");
    return Object.keys(found)
      .map((key) => `${key} ${typeof found[key] === "boolean" ? found[key] : typeof found[key]}`)
      .join(", ");
  });
  for (let index = 0; index < queue.length; index++) describe(queue[index]);
  return lines.join("\n");
}
