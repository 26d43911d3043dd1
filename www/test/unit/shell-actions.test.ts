// What can be undone, and that undoing it is exact.

import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  canRedo,
  canUndo,
  edit,
  editLambda,
  editLogin,
  editPolicy,
  editSection,
  open,
  redo,
  undo,
} from "../../src/app/actions.js";
import { chosenLogin, draft } from "../../src/app/store.js";
import { BLANK, SECTIONS } from "../../src/draft/draft.js";

/** Longer than changes may lie apart to be one step. */
const PAUSE = 2000;

beforeEach(() => {
  vi.useFakeTimers();
  while (canUndo.value) undo();
  open({ ...BLANK, name: `begins ${Math.random()}` });
});
afterEach(() => {
  vi.useRealTimers();
});

const texts = fc.string({ maxLength: 8 });
const edits = fc.oneof(
  texts.map((name) => () => edit({ name }, "name")),
  fc.tuple(fc.constantFrom(...SECTIONS), texts).map((of) => () => editSection(...of)),
  fc.tuple(fc.integer({ min: -2, max: 4 }), texts).map((of) => () => editLogin(...of)),
  texts.map((body) => () => editLambda({ body, used: body !== "" })),
  texts.map((text) => () => editPolicy({ text, used: text !== "" })),
  fc.constantFrom(["{}"] as const, ["{}", "{}", "{}"] as const).map((logins) => () => {
    edit({ logins: [...logins] as [string, ...string[]] }, "logins");
  }),
);

/** Makes each change a step of its own. */
function make(changes: readonly (() => void)[]): void {
  for (const change of changes) {
    vi.advanceTimersByTime(PAUSE);
    change();
  }
}

function times(count: number, what: () => void): void {
  for (let index = 0; index < count; index++) what();
}

describe("undo and redo", () => {
  test("are each other's inverse", () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), fc.nat(12), (changes, back) => {
        make(changes);
        const before = draft.value;
        let taken = 0;
        times(back, () => {
          if (!canUndo.value) return;
          undo();
          taken += 1;
        });
        times(taken, redo);
        expect(draft.value).toBe(before);
      }),
    );
  });

  test("lead through every draft there was, back to the first", () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (changes) => {
        open({ ...BLANK, name: `first ${Math.random()}` });
        const seen = [draft.value];
        for (const change of changes) {
          make([change]);
          if (draft.value !== seen.at(-1)) seen.push(draft.value);
        }
        for (const expected of seen.toReversed()) {
          expect(draft.value).toBe(expected);
          undo();
        }
      }),
    );
  });

  test("end at a change: what was undone is gone", () => {
    make([() => edit({ name: "one" }, "name"), () => edit({ name: "two" }, "name")]);
    undo();
    expect(canRedo.value).toBe(true);
    make([() => edit({ name: "three" }, "name")]);
    expect(canRedo.value).toBe(false);
    undo();
    expect(draft.value.name).toBe("one");
  });

  test("do not end at a change that changes nothing", () => {
    make([() => editSection("users", "[]"), () => editSection("users", "[ ]")]);
    undo();
    make([() => editSection("users", "[]")]);
    expect(canRedo.value).toBe(true);
  });
});

describe("changes of one kind", () => {
  test("at once are one step", () => {
    for (const name of ["a", "an", "ann"]) edit({ name }, "name");
    undo();
    expect(draft.value.name).toMatch(/^begins/);
  });

  test("after a pause are two", () => {
    edit({ name: "ann" }, "name");
    make([() => edit({ name: "anna" }, "name")]);
    undo();
    expect(draft.value.name).toBe("ann");
  });

  test("are not joined across another kind, or across an undo", () => {
    edit({ name: "ann" }, "name");
    editSection("users", "[]");
    edit({ name: "anna" }, "name");
    undo();
    expect([draft.value.name, draft.value.sections.users]).toEqual(["ann", "[]"]);
    edit({ name: "annabel" }, "name");
    undo();
    expect(draft.value.name).toBe("ann");
  });

  test("that open a scenario are always steps of their own", () => {
    open({ ...BLANK, name: "first" });
    open({ ...BLANK, name: "second" });
    undo();
    expect(draft.value.name).toBe("first");
  });
});

describe("logins", () => {
  test("never run out, whatever is edited", () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 20 }), (changes) => {
        make(changes);
        expect(draft.value.logins.length).toBeGreaterThan(0);
        expect([...draft.value.logins].every((login) => typeof login === "string")).toBe(true);
        expect(chosenLogin.value).toBeLessThan(draft.value.logins.length);
      }),
    );
  });

  test("that are gone are not looked at any more", () => {
    edit({ logins: ["{}", "{}", "{}"] }, "logins");
    chosenLogin.value = 2;
    undo();
    expect(chosenLogin.value).toBe(0);
  });
});
