// Which key presses are which command's.

import { describe, expect, test } from "vitest";
import { isPress, keyNames } from "../../src/app/keys.js";

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code: "" };

describe("a press is", () => {
  test.each([
    ["Mod+k", "Control", { key: "k", ctrlKey: true }],
    ["Mod+k", "Meta", { key: "k", metaKey: true }],
    ["Mod+Shift+z", "Control", { key: "Z", ctrlKey: true, shiftKey: true }],
    ["?", "Control", { key: "?", shiftKey: true }],
    ["?", "Control", { key: "?" }],
    ["e", "Control", { key: "e" }],
    ["Mod+z", "Control", { key: "я", code: "KeyZ", ctrlKey: true }],
    ["+", "Control", { key: "+", shiftKey: true }],
  ] as const)("%s, with %s", (keys, mod, press) => {
    expect(isPress({ ...NONE, ...press }, keys, mod)).toBe(true);
  });
});

describe("a press is not", () => {
  test.each([
    ["Mod+k", "Control", { key: "k" }],
    ["Mod+k", "Control", { key: "k", metaKey: true }],
    ["Mod+k", "Meta", { key: "k", ctrlKey: true }],
    ["Mod+k", "Control", { key: "k", ctrlKey: true, altKey: true }],
    ["Mod+z", "Control", { key: "Z", ctrlKey: true, shiftKey: true }],
    ["Mod+Shift+z", "Control", { key: "z", ctrlKey: true }],
    ["e", "Control", { key: "E", shiftKey: true }],
    ["e", "Control", { key: "e", ctrlKey: true }],
    ["?", "Control", { key: "/" }],
  ] as const)("%s, with %s", (keys, mod, press) => {
    expect(isPress({ ...NONE, ...press }, keys, mod)).toBe(false);
  });
});

test("keys are named as on the keyboard", () => {
  expect(keyNames("Mod+Shift+z", "Control")).toEqual(["Ctrl", "Shift", "Z"]);
  expect(keyNames("Mod+Shift+z", "Meta")).toEqual(["⌘", "⇧", "Z"]);
  expect(keyNames("?", "Meta")).toEqual(["?"]);
});
