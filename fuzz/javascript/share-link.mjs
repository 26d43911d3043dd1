// Texts as links to the playground: as a fragment as it stands, and as what a fragment holds.

import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { load } from "./bundle.mjs";

const MODULE = `
export { draftIn, fragmentOf, isFragment } from "./share.js";
export { draftOf } from "./shape.js";
export { compose } from "../draft/compose.js";
`;

export const words = [
  "#1.",
  "#2.",
  "%20",
  '"sections":{}',
  '"logins":["{}"]',
  '"lambda":{"used":true,"body":"","debug":false,"file":""}',
  '"policy":{"used":false,"text":"","file":"","other":{}}',
  '"other":{"__proto__":"x"}',
  '"several":true',
];
const KINDS = ["not-ours", "newer", "damaged", "too-large"];

export async function target() {
  const page = await load("share-link", "www/src/carry", MODULE);
  return async (text) => {
    await opens(page, text);
    await opens(page, `#1.${deflateRawSync(Buffer.from(text, "utf8")).toString("base64url")}`);
  };
}

async function opens(page, fragment) {
  page.isFragment(fragment);
  const { draft, fault } = await page.draftIn(fragment);
  assert.equal(draft === undefined, fault !== undefined, "a draft and a fault, or neither");
  if (fault) {
    assert.ok(KINDS.includes(fault.kind) && fault.message.length > 0, "a fault without words");
    return;
  }
  assert.deepEqual(page.draftOf(draft), draft, "a draft that is none");
  assert.equal(typeof page.compose(draft).text, "string", "a draft that makes no scenario");
  const again = await page.draftIn(await page.fragmentOf(draft));
  assert.deepEqual(again, { draft }, "shared again, another draft");
}
