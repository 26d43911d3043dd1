// What is found when two outcomes differ, and what a listed difference explains.

import assert from "node:assert/strict";
import { test } from "node:test";
import { differing } from "../compare.mjs";
import { condition, explain, kept } from "../differences.mjs";
import { smallerBodies } from "../shrink-lambda.mjs";

test("each place that differs is named, with both values", () => {
  const [one, other] = ['{"a/b":{"c":[1,2]},"d":1,"s":0}', '{"a/b":{"c":[1,3]},"e":1,"s":0}'];
  assert.deepEqual(differing(one, other), [
    { pointer: "/a~1b/c/1", quickjs: 2, graaljs: 3 },
    { pointer: "/d", quickjs: 1, graaljs: undefined },
    { pointer: "/e", quickjs: undefined, graaljs: 1 },
  ]);
});

test("an order of keys and a number's digits are differences too", () => {
  assert.deepEqual(
    differing('{"a":1,"b":2}', '{"b":2,"a":1}').map(({ pointer }) => pointer),
    ["/"],
  );
  assert.equal(differing("[9007199254740993]", "[9007199254740992]").length, 1);
});

const result = (body, ...differences) => ({
  pair: { scenario: { lambda: { body } } },
  differences,
});
const LISTED = [
  {
    id: "power",
    when: [condition({ pointer: "^/user/data", lambda: "\\*\\*", quickjs: "^0.1$" })],
  },
  { id: "sine", when: [condition({ pointer: "^/user/data", lambda: "Math\\.sin", digits: 15 })] },
];

test("a listed difference explains what it names, and no more", () => {
  const named = { pointer: "/user/data/a", quickjs: 0.1, graaljs: 0.2 };
  assert.deepEqual(explain(result("a ** b", named), LISTED), ["power"]);
  assert.deepEqual(explain(result("a * b", named), LISTED), []);
  assert.deepEqual(explain(result("a ** b", { ...named, quickjs: 0.15 }), LISTED), []);
  const another = { pointer: "/verdict", quickjs: "a", graaljs: "b" };
  assert.deepEqual(explain(result("a ** b", named, another), LISTED), [], "one place is left over");
});

test("a listed difference may be that of one pair alone", () => {
  const listed = [
    { id: "one", when: [condition({ pointer: "^/", lambda: "a", pair: "^hostile/x$" })] },
  ];
  const found = (name) => {
    const { pair, differences } = result("a", { pointer: "/verdict", quickjs: 1, graaljs: 2 });
    return explain({ pair: { ...pair, source: "hostile", name }, differences }, listed);
  };
  assert.deepEqual(found("x"), ["one"]);
  assert.deepEqual(found("xy"), []);
});

test("digits beyond those that count are explained, and no others", () => {
  const found = (quickjs, graaljs) => {
    const difference = { pointer: "/user/data/a", quickjs, graaljs };
    return explain(result("Math.sin(1)", difference), LISTED);
  };
  assert.deepEqual(found(1.5430806348152437, 1.543080634815244), ["sine"]);
  assert.deepEqual(found("is 1.5430806348152437", "is 1.543080634815244"), ["sine"]);
  assert.deepEqual(found(1.5430806348, 1.5430806349), []);
  assert.deepEqual(found("is 1.5430806348152437", "was 1.5430806348152437"), []);
  assert.deepEqual(found(1.5430806348152437, undefined), []);
});

test("words may differ where the numbers among them are the same", () => {
  const listed = [
    { id: "words", when: [condition({ pointer: "^/", lambda: "a", alike: "\\d+" })] },
  ];
  const found = (quickjs, graaljs) => {
    return explain(result("a", { pointer: "/user/data/a", quickjs, graaljs }), listed);
  };
  assert.deepEqual(found("1 Nov 2020", "1 nov. 2020"), ["words"]);
  assert.deepEqual(found("1 Nov 2020", "2 Nov 2020"), []);
});

test("a condition names where it holds and in which lambdas", () => {
  assert.throws(() => condition({ pointer: "^/user" }), /names pointer and lambda/);
});

test("the list can be read, and each entry says why and what warns of it", () => {
  const listed = kept();
  for (const { id, what, reason, when } of listed) {
    for (const text of [id, what, reason]) assert.ok(text?.length > 3, id);
    assert.ok(when.length > 0, id);
  }
  const unwarned = listed.filter(({ rule }) => rule === null).map(({ id }) => id);
  assert.deepEqual(unwarned, ["place-in-a-line", "older-engine-faults"], "no lambda can see these");
});

test("a smaller lambda still parses where it did, and is never longer", () => {
  const body =
    "function reconcile(user) {\nvar a = [1, 2];\nif (a) { user.data.x = a.map((b) => b + 1); }\n}";
  const smaller = [...smallerBodies(body)];
  assert.ok(smaller.every((text) => text.length < body.length));
  assert.ok(smaller.some((text) => !text.includes("var a")));
  assert.ok(smaller.some((text) => text.includes("[2]")));
});
