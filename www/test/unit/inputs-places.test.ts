import * as kit from "reconcile-kit";
import { expect, test } from "vitest";
import page from "../../../docs/identity-providers.md?raw";
import { tabOf } from "../../src/app/tabs.js";
import { compose } from "../../src/draft/compose.js";
import { BLANK } from "../../src/draft/draft.js";
import { findingsOf } from "../../src/draft/place.js";
import { countByTab } from "../../src/view/inputs/findings.js";
import { freeId } from "../../src/view/inputs/parts/sections.js";
import { PROVIDER_TYPES } from "../../src/view/inputs/provider/types.js";

test("a finding leads to its piece, with the piece's own line", () => {
  const draft = {
    ...BLANK,
    sections: { ...BLANK.sections, users: '[\n  { "id": "u" },\n  { "id": "u" }\n]' },
    logins: ['{ "userinfo": { "sub": "1" } }'] as const,
  };
  const composed = compose(draft);
  const findings = kit.check(composed.text);
  expect(findingsOf("users", composed, findings)).toMatchObject([
    { code: "duplicate-user", line: 3 },
  ]);
  expect(findingsOf("login 0", composed, findings)).toEqual([]);
  expect(countByTab(composed, findings).get("users")).toBe(1);
});

test("a text that is not JSON is found by its line alone", () => {
  const composed = compose({ ...BLANK, logins: ['{\n  "userinfo": {,}\n}'] });
  const findings = kit.check(composed.text);
  expect(findingsOf("login 0", composed, findings)).toMatchObject([{ code: "not-json", line: 2 }]);
  expect(findings.map((finding) => tabOf(finding, composed))).toEqual(["login"]);
});

test("new ids are the same each time, and free", () => {
  expect(freeId([])).toBe("00000000-0000-4000-8000-000000000001");
  expect(freeId(['"00000000-0000-4000-8000-000000000001"'])).toBe(
    "00000000-0000-4000-8000-000000000002",
  );
});

test("the types of identity providers are those of the documentation", () => {
  const plain = (cell: string) => cell.replaceAll("`", "").replace("–", "").trim();
  const documented = page
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").slice(1, -1).map(plain))
    .map(([name, , , links, uniqueId, email, username]) => {
      return { name, links, uniqueId, email, username };
    });
  expect(PROVIDER_TYPES).toEqual(documented);
});
