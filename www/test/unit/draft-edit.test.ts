// One value in a JSON text is changed, and nothing else is: neither its other values nor a text that has no such place.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canPut, valueAt, withValue } from "../../src/draft/edit.js";

describe("a value in a JSON text", () => {
  test("is changed, and the rest stays as it was typed", () => {
    expect(withValue('{ "a": 1.0,  "b": [ {"c": 2} ] }', ["b", 0, "c"], 3)).toBe(
      '{ "a": 1.0,  "b": [ {"c": 3} ] }',
    );
  });

  test("is added with what leads to it, also in an empty text", () => {
    expect(JSON.parse(withValue("", ["a", "b"], 1))).toEqual({ a: { b: 1 } });
    expect(JSON.parse(withValue('{"a":[1]}', ["a", 1], 2))).toEqual({ a: [1, 2] });
  });

  test("is removed where it is", () => {
    expect(JSON.parse(withValue('{"a":1,"b":2}', ["a"], undefined))).toEqual({ b: 2 });
    expect(withValue('{"a":1}', ["b", "c"], undefined)).toBe('{"a":1}');
    expect(withValue(" ", ["b"], undefined)).toBe(" ");
  });

  test.each([
    ['{"a":null}', ["a", "b"]],
    ['{"a":"text"}', ["a", "b", "c"]],
    ['{"a":{}}', ["a", 0]],
    ["[]", ["a"]],
    ["7", ["a"]],
    ["{", ["a"]],
    ['{"a":1,}', ["a"]],
    ['{"a":1} // why', ["a"]],
  ] as const)("cannot be put into %s, which stays", (json, path) => {
    expect(canPut(json, path)).toBe(false);
    expect(withValue(json, path, "new")).toBe(json);
    expect(withValue(json, path, undefined)).toBe(json);
  });

  test("never throws, and is there wherever it can be put", () => {
    const key = fc.oneof(fc.constantFrom("a", "b"), fc.nat(1));
    const object = fc.object({ key: fc.constantFrom("a", "b"), maxDepth: 3 });
    const json = fc.oneof(
      object.map((value) => JSON.stringify(value)),
      fc.string(),
    );
    fc.assert(
      fc.property(json, fc.array(key, { minLength: 1, maxLength: 4 }), (text, path) => {
        const after = withValue(text, path, "new");
        if (!canPut(text, path)) expect(after).toBe(text);
        else if (path.every((one) => typeof one === "string")) {
          expect(valueAt(after, path)).toBe("new");
        }
      }),
    );
  });
});
