// Whatever it is given, the checker answers, soon and always the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import { careful } from "./support/careful-lambdas.mjs";
import { idiomatic } from "./support/idiomatic-lambdas.mjs";
import {
  checkLambda,
  codes,
  defaultLambdas,
  pageOf,
  reconcile,
  rules,
} from "./support/lambda-check.mjs";

/** Generous, for a machine with other work to do. */
const SOON = 5_000;

const many = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join("\n");

const NESTED = {
  "brackets that are left open": "(".repeat(100_000),
  brackets: `${"(".repeat(2_000)}1${")".repeat(2_000)}`,
  lists: "[".repeat(100_000),
  operators: `a${"+a".repeat(80_000)}`,
  "signs before a name": `${"!".repeat(100_000)}a`,
  members: `jwt${".a".repeat(100_000)}`,
  "else if": `${"if (a) { b } else ".repeat(5_000)}{}`,
  blocks: "{".repeat(50_000),
  "arrow functions": `${"x=>".repeat(20_000)}1`,
  templates: "`${".repeat(20_000),
  patterns: `var ${"[".repeat(20_000)}`,
  assignments: `${"a=".repeat(50_000)}1`,
  choices: `${"a?".repeat(50_000)}1`,
  labels: many(5_000, (index) => `label${index}:`),
  "groups in a regular expression": `/${"(".repeat(20_000)}${")".repeat(20_000)}/`,
};

for (const [name, body] of Object.entries(NESTED)) {
  test(`deeply nested ${name} are refused`, () => {
    assert.deepEqual(codes(body), ["lambda-too-deep"]);
  });
}

test("what a person nests is not too deep", () => {
  const deep = `user.data.x = ${"(".repeat(100)}${"'a' + ".repeat(300)}'b'${")".repeat(100)};`;
  const ifs = `${"if (jwt.a) { ".repeat(60)}x = 1;${" }".repeat(60)}`;
  assert.deepEqual(codes(reconcile(deep, ifs)), []);
});

test("a text that is too long is refused", () => {
  const body = reconcile("x = 1;".repeat(50_000));
  assert.deepEqual(codes(body), ["lambda-too-large"]);
  assert.deepEqual(codes(body.slice(0, 256 * 1024)), ["lambda-does-not-parse"]);
});

const LONG = {
  "names for names": [
    "var x0 = jwt;",
    many(2_000, (index) => `var x${index + 1} = x${index} ? x${index} : x${index};`),
    "user.data.x = x2000.a.b;",
  ],
  "answers made of answers": [
    "var y0 = jwt.a;",
    many(2_000, (index) => `var y${index + 1} = y${index} && y${index};`),
    "if (y2000) user.data.x = jwt.b.c;",
  ],
  "values made of values": [
    "var z0 = ['a', 'b'];",
    many(1_000, (index) => `var z${index + 1} = [z${index}, z${index}, z${index}];`),
    "registration.roles = z1000;",
  ],
  "texts made of texts": [
    "var t0 = 'abcdefgh';",
    many(1_000, (index) => `var t${index + 1} = t${index} + t${index};`),
    "user.firstName = t1000;",
  ],
  "names that are given one another": [
    "var a = b; var b = c || a; var c = a ? b : c;",
    "x(a.b.c);",
  ],
  "chains that hang on one another": [
    "var m0 = jwt;",
    many(100, (index) => `var m${index + 1} = m${index}${".a".repeat(400)};`),
    "x(m100.a);",
  ],
  reads: [many(5_000, (index) => `user.data.f${index} = jwt.c${index}.d;`)],
  questions: [many(4_000, (index) => `if (jwt.c${index}) user.data.f = jwt.c${index}.d;`)],
  writes: [many(3_000, (index) => `user.firstName = jwt.c${index}; registration.roles.push(x);`)],
  "unknown names": [many(8_000, (index) => `name${index}();`)],
  "statements in one line": ["x();".repeat(60_000)],
  functions: [many(4_000, (index) => `function f${index}(c) { return c.y.z; } f${index}(jwt);`)],
  comments: [many(5_000, (index) => `// reconcile-kit-ignore rule${index}`)],
};

for (const [name, statements] of Object.entries(LONG)) {
  test(`thousands of ${name} are looked through soon`, () => {
    const start = performance.now();
    checkLambda(reconcile(...statements));
    const spent = performance.now() - start;
    assert.ok(spent < SOON, `it took ${Math.round(spent)} ms`);
  });
}

test("texts that are no programs get one finding", () => {
  for (const body of ["\0", "'\ud800", "\ud800", "<html>", "{", "}", "/*", "`", "#!", "\\u{0}"]) {
    const findings = checkLambda(body);
    assert.equal(findings.length, 1, JSON.stringify(body));
    assert.match(findings[0].code, /^lambda-(does-not-parse|no-reconcile)$/);
  }
});

/** Numbers that look random and are the same in each run (xorshift). */
function random(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const WORDS = [
  ..."{ } ( ) [ ] ; , . ?. ?? || && ! = => == === + - ` ' \" / // /* */ : ? ... @ # \\ \n".split(
    " ",
  ),
  ..."user registration jwt id_token if else return for of in var const function await typeof".split(
    " ",
  ),
  ..."cognito:groups email delete try catch reconcile fetch console.log __proto__ constructor".split(
    " ",
  ),
  "${",
  "\u2028",
  "𝒳",
];

/** A text with a few pieces cut out, doubled, moved or replaced by words. */
function mutated(text, next) {
  let result = text;
  for (let change = 0; change <= next(3); change += 1) {
    const [from, length] = [next(result.length + 1), next(30)];
    const piece = result.slice(from, from + length);
    const rest = result.slice(0, from) + result.slice(from + length);
    const at = next(rest.length + 1);
    const word = WORDS[next(WORDS.length)];
    const inserted = [word, piece + piece, ` ${word} ${piece}`, ""][next(4)];
    result = rest.slice(0, at) + inserted + rest.slice(at);
  }
  return result;
}

const TEXTS = [
  ...defaultLambdas().map(({ body }) => body),
  ...Object.values({ ...idiomatic, ...careful }).map(({ body }) => body),
  ...rules().flatMap((rule) => [...pageOf(rule).bad, ...pageOf(rule).good]),
];

test("texts that were damaged at random never make it throw, and say the same again", () => {
  const next = random(20_261_123);
  let parsed = 0;
  for (let round = 0; round < 3_000; round += 1) {
    const body = mutated(TEXTS[next(TEXTS.length)], next);
    const options = { kickstart: round % 2 === 0, version: ["1.30", "1.50", "1.70"][round % 3] };
    let findings;
    try {
      findings = checkLambda(body, options);
    } catch (error) {
      throw new Error(`it threw on ${JSON.stringify(body)}`, { cause: error });
    }
    if (findings[0]?.code !== "lambda-does-not-parse") parsed += 1;
    for (const { line, column } of findings) assert.ok(line >= 1 && column >= 1);
    if (round % 10 === 0) assert.deepEqual(checkLambda(body, options), findings);
  }
  assert.ok(parsed > 300, `only ${parsed} texts were still programs`);
});
