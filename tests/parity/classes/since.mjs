// Since which FusionAuth version a field exists, as the schemas say it from the core's tables (`x-since`).

import { readFileSync } from "node:fs";

/** The version of the classes that are compared with. */
export const CLASSES = 53;

const schemas = ["scenario", "outcome"].map((name) =>
  JSON.parse(
    readFileSync(new URL(`../../../schemas/${name}.schema.json`, import.meta.url), "utf8"),
  ),
);

const SHAPES = { UserRegistration: "Registration", PendingIdPLink: "PendingLink" };

/** Whether the field that `pointer` leads to in a `name`, or one that it is in, came after the classes. */
export function isNewer(name, pointer) {
  const root = schemas.find((schema) => schema.$defs[SHAPES[name] ?? name]);
  let shape = root?.$defs[SHAPES[name] ?? name];
  for (const key of pointer.split("/").slice(1)) {
    shape = resolved(root, inside(shape, key));
    if (shape === undefined) return false;
    const since = shape["x-since"];
    if (since !== undefined && Number(since.split(".")[1]) > CLASSES) return true;
  }
  return false;
}

function inside(shape, key) {
  if (shape.type === "array" || shape.items) return shape.items;
  return shape.properties?.[key] ?? (shape.additionalProperties || undefined);
}

/** What a reference stands for, with what is said beside it. */
function resolved(root, shape) {
  if (typeof shape !== "object") return undefined;
  const { $ref, ...beside } = shape;
  return $ref ? { ...root.$defs[$ref.replace("#/$defs/", "")], ...beside } : shape;
}
