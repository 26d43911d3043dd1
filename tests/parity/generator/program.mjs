// A whole lambda: helpers, the function, and the names of its parameters.

import { statements } from "./forms/statements.mjs";
import { Writer } from "./writer.mjs";

/** How the function begins. Its parameters get the names that statements read. */
const BEGINNINGS = [
  "function reconcile(user, registration, jwt, id_token, tokens, context) {",
  "function reconcile(user, registration, jwt, id_token, tokens, context) {",
  "function reconcile(user, registration, jwt, id_token, tokens, context) {\n'use strict';",
  "function reconcile(user, registration, claims, idToken) {\nvar jwt = claims, id_token = idToken, tokens, context;",
  "var reconcile = function (user, registration, jwt, id_token, tokens, context) {",
  "const reconcile = (user, registration, jwt, id_token, tokens, context) => {",
  "function reconcile(user, registration, jwt) {\nvar id_token = arguments[3], tokens = arguments[4], context = arguments[5];",
  "function reconcile(user, registration, jwt, ...[id_token, tokens, context]) {",
];

/** What stands beside the function; `help` may be called from it. */
const BESIDES = [
  "",
  "",
  "",
  "/* Maps what the provider says. */\n",
  "// one line\n",
  "var helper = (value) => String(value).trim();\n",
  "const TABLE = { Admins: 'admin', Users: 'user' };\n",
  "'use strict';\n",
  "function helper(value, fallback) { return value === undefined ? fallback : value; }\n",
  "class Helper { static up(text) { return String(text).toUpperCase(); } }\n",
  "let counter = 0;\nfunction next() { return ++counter; }\n",
];

/** How a program uses what stands beside it. */
const USES = {
  "var helper": "user.data.helped = helper(jwt.given_name);",
  "const TABLE": "user.data.mapped = TABLE[jwt.role] || TABLE.Users;",
  "function helper": "user.data.helped = helper(jwt.none, 'none');",
  "class Helper": "user.data.helped = Helper.up(jwt.name);",
  "let counter": "user.data.counted = [next(), next()];",
};

/** The text of a lambda. */
export function program(dice) {
  const beside = dice.pick(BESIDES);
  const beginning = dice.pick(BEGINNINGS);
  const writer = new Writer(dice, `${beside}${beginning}`.includes("'use strict'"));
  const use = Object.entries(USES).find(([begin]) => beside.startsWith(begin))?.[1] ?? "";
  let text = `${beginning}\n${statements(writer, 3, 9)}\n${use}\n}\n`;
  if (dice.chance(3)) text = text.replace(/\}\n$/, `return ${writer.make("any")};\n}\n`);
  return `${beside}${text}`;
}
