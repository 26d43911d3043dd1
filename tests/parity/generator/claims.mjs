// What a login says about a person: mostly what is usual, and now and then anything.

import { CLAIMS } from "./claim-names.mjs";

/** What no provider should send, and what some do. */
export const ODD = [
  null,
  "",
  " ",
  0,
  -1,
  1.5,
  1e21,
  true,
  false,
  [],
  {},
  [null],
  { a: null },
  "null",
  "undefined",
  "0",
  "\u0000",
  "\ud83d\ude00",
  "a\u0301\u0323",
  "\u200b\ufeffx",
  "ﬁ",
  "ŉ",
  "line\nbreak",
  '"quoted\\"',
  "constructor",
  "__proto__",
  [1, [2, [3]]],
  { toString: "x" },
  { length: 2 },
  "９",
  "x".repeat(300),
];

const SUBJECTS = ["eaad0219-2117-439f-8d46-4db20e59268f", "google_1098443", "1"];

/** Claims as JSON has them. */
function claims(dice, percent) {
  const entries = CLAIMS.filter(() => dice.chance(percent)).map(({ name, usual }) => {
    return [name, dice.pick(dice.chance(88) ? usual : ODD)];
  });
  const odd = dice.several(0, 1, () => [
    dice.pick(["a", "x y", "constructor", "", "10", "9"]),
    dice.pick(ODD),
  ]);
  return Object.fromEntries([...entries, ...odd]);
}

/** A login of a Cognito user, mostly one with an e-mail address. */
export function login(dice) {
  const sub = dice.pick(SUBJECTS);
  const verified = dice.chance(90) && {
    email: "jane@example.com",
    email_verified: dice.pick([true, true, "true"]),
  };
  const userinfo = { sub, ...claims(dice, 80), ...verified };
  if (!dice.chance(60)) return { userinfo };
  const idToken = { sub, token_use: "id", ...claims(dice, 60) };
  return { userinfo, idToken };
}
