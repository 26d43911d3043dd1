// Setting the linking strategy changes that, and nothing else.

import { describe, expect, test } from "vitest";
import { editSection, undo } from "../../src/app/actions.js";
import { draft } from "../../src/app/store.js";
import { canChooseStrategy, chooseStrategy, strategy } from "../../src/app/strategy.js";

const text = () => draft.value.sections.identityProvider;

describe("the strategy", () => {
  test("is changed, and the rest stays as it was typed", () => {
    editSection("identityProvider", '{ "linkingStrategy":  "Disabled",   "name": "Cognito" }');
    chooseStrategy("LinkByUsername");
    expect(text()).toBe('{ "linkingStrategy":  "LinkByUsername",   "name": "Cognito" }');
    expect(strategy.value).toBe("LinkByUsername");
    undo();
    expect(strategy.value).toBe("Disabled");
  });

  test("is found in the wrapper of an API's answer", () => {
    editSection("identityProvider", '{"identityProvider": {"linkingStrategy": "Disabled"}}');
    chooseStrategy("LinkByEmail");
    expect(JSON.parse(text())).toEqual({ identityProvider: { linkingStrategy: "LinkByEmail" } });
  });

  test("is added where there is none", () => {
    editSection("identityProvider", "{}");
    expect(strategy.value).toBe("");
    chooseStrategy("LinkByEmail");
    expect(JSON.parse(text())).toEqual({ linkingStrategy: "LinkByEmail" });
  });

  test.each(["{", "[]", "7", '{"linkingStrategy": "Dis', "{} // no"])(
    "cannot be changed in %s",
    (broken) => {
      editSection("identityProvider", broken);
      expect(canChooseStrategy.value).toBe(false);
      chooseStrategy("LinkByEmail");
      expect(text()).toBe(broken);
    },
  );
});
