import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonForm, put, putRaw } from "../../src/view/inputs/parts/json-form.js";

/** A form that keeps what was written last. */
function formOf(text: string, base: readonly string[] = []) {
  const written = { text };
  const form = new JsonForm(
    text,
    (next) => {
      written.text = next;
    },
    base,
  );
  return { form, written };
}

describe("a value put into a JSON text", () => {
  test("leaves everything else as it was typed", () => {
    const text = '{ "a": 12345678901234567890,\n\t"b": {"c": 1}\n}';
    expect(put(text, ["b", "c"], 2)).toBe('{ "a": 12345678901234567890,\n\t"b": {"c": 2}\n}');
  });

  test("is taken out, and nothing happens where there is none", () => {
    expect(JSON.parse(put('{"a":1,"b":2}', ["a"], undefined))).toEqual({ b: 2 });
    expect(put('{"a":1}', ["b", "c", "d"], undefined)).toBe('{"a":1}');
    expect(put("", ["b"], undefined)).toBe("");
  });

  test("makes the way to it, also through what is no object", () => {
    expect(JSON.parse(put("", ["a", "b"], 1))).toEqual({ a: { b: 1 } });
    expect(JSON.parse(put('{"a":"x"}', ["a", "b", "c"], 1))).toEqual({ a: { b: { c: 1 } } });
    expect(JSON.parse(put('{"a":{"roles":{}}}', ["a", "roles", 0], "x"))).toEqual({
      a: { roles: ["x"] },
    });
  });

  test("is there afterwards, under any key", () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (key, value) => {
        const { form } = formOf(put('{"x":{}}', ["x", key], value));
        expect(form.value(["x"])).toEqual(JSON.parse(JSON.stringify({ [key]: value })));
      }),
    );
  });

  test("keeps the digits of a number that is given as text", () => {
    expect(putRaw('{"a":1}', ["a"], "12345678901234567890")).toBe('{"a":12345678901234567890}');
    expect(putRaw('{"a":1}', ["b"], '{"c":"$& $1"}')).toContain('"$& $1"');
  });
});

describe("a form", () => {
  test("adds to lists that are there, empty or missing", () => {
    for (const text of ["", "[]", '[\n  {"id":"u1"}\n]']) {
      const { form, written } = formOf(text);
      form.add([], { id: "new" });
      expect(JSON.parse(written.text).at(-1)).toEqual({ id: "new" });
    }
    const { form, written } = formOf('{"roles":[{"name":"a"}]}');
    form.add(["roles"], { name: "b" });
    expect(JSON.parse(written.text)).toEqual({ roles: [{ name: "a" }, { name: "b" }] });
  });

  test("edits what is inside FusionAuth's wrapper", () => {
    const { form, written } = formOf('{"identityProvider":{"name":"Cognito"}}', [
      "identityProvider",
    ]);
    expect(form.string(["name"])).toBe("Cognito");
    form.set(["enabled"], true);
    expect(JSON.parse(written.text)).toEqual({
      identityProvider: { name: "Cognito", enabled: true },
    });
  });

  test("fits only what it can edit", () => {
    expect(formOf("").form.fits("object")).toBe(true);
    expect(formOf('{"a":1').form.fits("object")).toBe(false);
    expect(formOf("[]").form.fits("object")).toBe(false);
    expect(formOf("{} // no").form.fits("object")).toBe(false);
  });
});
