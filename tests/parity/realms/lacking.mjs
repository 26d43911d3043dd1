// What has to be taken away from the realm of each version: what the realm has and that GraalJS has not.

import { enumeration, propertiesOf } from "./lists.mjs";
import { quickjs } from "./quickjs.mjs";

/** Goes first, so that what only leads to it is not listed: a global, and what its prototype has by another name. */
const GLOBALS = ["Iterator", "InternalError", "Float16Array"];

/** `Array.prototype.at` as the object's path and the member's name. */
function split(path) {
  const [, object, name] = /^(?:(.+?)\.)?((?:@@)?[^.]+)$/s.exec(path);
  return [object ?? "", name];
}

/** The text of realm-shape/lacking.ts. */
export async function lacking(lists) {
  const ask = await quickjs({ isWhole: true });
  const tables = Object.entries(lists).map(([version, lines]) => {
    const there = ask(version, enumeration(GLOBALS)).split("\n");
    const known = new Set(propertiesOf(lines));
    const objects = { "": [...GLOBALS] };
    for (const path of propertiesOf(there)) {
      if (known.has(path)) continue;
      const [object, name] = split(path);
      // What is in something that goes, goes with it.
      if (object !== "" && !object.startsWith("%") && !known.has(object)) continue;
      objects[object] ??= [];
      objects[object].push(name);
    }
    const table = Object.entries(objects).map(([object, names]) => [
      object,
      names.sort().join(" "),
    ]);
    return [version, Object.fromEntries(table.sort())];
  });
  return `// Made by tests/parity/realms/write.mjs: what QuickJS and the realm have, and GraalJS has not.

import type { GraalJsVersion } from "../../engines/versions.js";

/** The members to take away from a realm, by the objects that have them. */
export const LACKING: Readonly<Record<GraalJsVersion, Readonly<Record<string, string>>>> = ${JSON.stringify(Object.fromEntries(tables), null, 2)};
`;
}
