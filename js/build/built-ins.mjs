// Makes src/lambda-check/built-ins.ts: what the engines that FusionAuth runs have, and what they lack.
//
// Without arguments it prints a program that lists the properties which an engine's global object leads to. Its answer
// in each engine (a `Context` of `org.graalvm.polyglot` with `allowAllAccess(false)`) is what the file is made of:
//
//   node build/built-ins.mjs graaljs-22.3.3.txt graaljs-23.1.2.txt graaljs-24.1.2.txt quickjs.txt

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The names of globals, of their members and of their prototypes' members, such as `Array.prototype.at`. */
function properties() {
  const own = (object) => Object.getOwnPropertyNames(object).sort();
  const passed = [
    "prototype",
    "length",
    "name",
    "arguments",
    "caller",
    "constructor",
    "globalThis",
  ];
  const below = (value, path) => {
    if (value === globalThis || value === null || !["object", "function"].includes(typeof value))
      return [path];
    const members = own(value).map((key) => [key, `${path}.${key}`]);
    const inherited = typeof value === "function" && value.prototype ? own(value.prototype) : [];
    const methods = inherited.map((key) => [key, `${path}.prototype.${key}`]);
    const named = [...members, ...methods].filter(([key]) => !passed.includes(key));
    // `Intl` holds classes of its own.
    const deeper = named.flatMap(([key, name]) =>
      path === "Intl" ? below(value[key], name) : [name],
    );
    return [path, ...deeper];
  };
  return own(globalThis).flatMap((name) => below(globalThis[name], name));
}

if (process.argv.length < 6) {
  process.stdout.write(`(${properties})().join("\\n")\n`);
  process.exit();
}

const [first, second, third, quickjs] = process.argv
  .slice(2)
  .map((file) => readFileSync(file, "utf8").trim().split("\n").sort());
const without = (names, others) => names.filter((name) => !others.includes(name));
const methodOf = (path) => path.split(".prototype.")[1];

/** The methods among `paths`, of objects that the engines have. */
function methods(paths) {
  return paths.filter((path) => {
    const [name, key] = path.split(".");
    return key === "prototype" && name !== "Function" && third.includes(name);
  });
}

/** The globals that the engines lack and Node.js or a newer edition of the language has. */
function lacking() {
  const elsewhere = [
    ...Object.getOwnPropertyNames(globalThis),
    ...quickjs.filter((name) => !name.includes(".")),
  ];
  const isName = (name) =>
    /^\w+$/.test(name) && name !== "console" && name !== "fetch" && name !== "Headers";
  return [...new Set(without(elsewhere, third))].filter(isName).sort();
}

const members = {};
for (const path of third) {
  const [name, key, deeper] = path.split(".");
  members[name] ??= [];
  if (key && !deeper && key !== "prototype") members[name].push(key);
}
delete members.console;

const text = (value) => JSON.stringify(value, null, 2);
const words = (names) => names.join(" ");
const iterator = without(quickjs, third).filter((path) => path.startsWith("Iterator.prototype."));
writeFileSync(
  fileURLToPath(new URL("../src/lambda-check/built-ins.ts", import.meta.url)),
  `// Made by build/built-ins.mjs from what the engines themselves have: GraalJS 22.3.3 (org.graalvm.js:js), 23.1.2 and
// 24.1.2 (org.graalvm.polyglot:js-community), measured with \`allowAllAccess(false)\`. What they lack is measured
// against quickjs-emscripten 0.32 and the globals of Node.js 20.

/** The globals of GraalJS 24.1.2, each with its own members. */
export const GLOBALS: Readonly<Record<string, string>> = ${text(
    Object.fromEntries(Object.entries(members).map(([name, keys]) => [name, words(keys)])),
  )};

/** What GraalJS 23.1.2 has and 22.3.3 has not. */
export const NEW_IN_23: readonly string[] = ${text(without(second, first))};

/** What GraalJS 24.1.2 has and 23.1.2 has not. */
export const NEW_IN_24: readonly string[] = ${text(without(third, second))};

/** Methods of newer editions of the language that no engine of FusionAuth has. */
export const NEWER: readonly string[] = ${text(methods(without(quickjs, third)))};

/** Methods of iterators, which no engine of FusionAuth has. */
export const ITERATOR_METHODS: readonly string[] = ${text(iterator.map(methodOf))};

/** Globals of Node.js, of browsers and of newer editions that no engine of FusionAuth has. */
export const LACKING: readonly string[] = ${text(lacking())};
`,
);
