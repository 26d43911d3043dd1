// @gorules/zen-engine-wasm: the package has expressions only, and compiles their text at each call.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { FIELDS, ROLES } from "../claims.mjs";

const GATE = `
  jwt.email_verified == "true" and (
    (type(jwt.email) == "string" and endsWith(jwt.email, "@example.com"))
    or (type(id_token["cognito:groups"]) == "array" and "staff" in id_token["cognito:groups"])
  )`;

// An object has each of its keys, so that a field without a value is null.
const copies = Object.entries(FIELDS).map(([field, claim]) => {
  const missing = field === "locale" ? '"en"' : "null";
  return `${field}: type(jwt.${claim}) == "string" ? jwt.${claim} : ${missing}`;
});
const COPY = `{ ${copies.join(", ")} }`;

const LIST = `
  table = ${JSON.stringify(ROLES)};
  type(id_token["cognito:groups"]) == "array"
    ? map(filter(id_token["cognito:groups"], # in table), table[#])
    : []`;

export const zen = {
  name: "zen-engine-wasm 0.23.1",
  // Objects cross into WebAssembly property by property, so fewer of them are faster.
  takesLess: true,
  async load() {
    const { default: start, evaluateExpression } = await import("@gorules/zen-engine-wasm");
    const file = import.meta.resolve("@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm");
    await start({ module_or_path: await readFile(fileURLToPath(file)) });
    return {
      gate: (login) => evaluateExpression(GATE, login),
      copy: (login) => evaluateExpression(COPY, login),
      roles: (login) => evaluateExpression(LIST, login),
    };
  },
};
