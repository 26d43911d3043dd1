// JSON Schema says some things in ways that make poor TypeScript. This says them otherwise.

/** Keywords that say of what kind a value is. A schema without any of them allows everything. */
const KINDS = ["type", "anyOf", "allOf", "oneOf", "enum", "const", "properties", "tsType", "if"];

/** Fields that are enumerations in FusionAuth's client. To these no text can be assigned, not even the right one. */
const ENUMERATIONS = ["breachedPasswordStatus", "passwordChangeReason", "state", "usernameStatus"];

/** The definitions of `schema` for json-schema-to-typescript, and its root under `name` as one of them. */
export function forTypeScript({ $defs, $schema: _, anyOf, ...root }, name) {
  // `login` or `logins` is required: a type of two branches would hide the fields of both.
  const isInput = anyOf?.every((branch) => "required" in branch);
  const whole = anyOf && !isInput ? { ...root, anyOf } : root;
  const definition = (shape) => adapt(isInput ? asClientHasIt(shape) : shape);
  return { [name]: adapt({ ...whole, title: name }), ...mapValues($defs ?? {}, definition) };
}

/** FusionAuth's client has every field optional. What is missing, the core says. */
function asClientHasIt({ required, ...shape }) {
  return shape.additionalProperties === true ? shape : { ...shape, required };
}

function adapt(schema) {
  if (Array.isArray(schema)) return schema.map(adapt);
  if (typeof schema !== "object" || schema === null) return schema;
  const { default: _, $ref, ...adapted } = withoutChoiceOfKeys(schema);
  for (const key of ["items", "anyOf", "allOf", "oneOf", "additionalProperties"]) {
    if (key in adapted) adapted[key] = adapt(adapted[key]);
  }
  if (adapted.properties) {
    adapted.properties = mapValues(adapted.properties, property);
    for (const field of ENUMERATIONS) {
      if (field in adapted.properties) adapted.properties[field].tsType = "AnyField";
    }
  }
  if (
    adapted.type === "object" &&
    !adapted.properties &&
    adapted.additionalProperties === undefined
  ) {
    adapted.additionalProperties = true;
  }
  if (typeof adapted.description === "string") adapted.description = prose(adapted.description);
  // Beside a description, a reference would become a second type of nearly the same name.
  if ($ref) adapted.tsType = $ref.split("/").at(-1);
  return adapted;
}

/** One of several keys has to be there: as a union, that would hide the fields of all. The core says it. */
function withoutChoiceOfKeys({ anyOf, oneOf, ...schema }) {
  const kept = (branches) =>
    branches && !branches.every((branch) => "required" in branch && !branch.type);
  return { ...schema, ...(kept(anyOf) ? { anyOf } : {}), ...(kept(oneOf) ? { oneOf } : {}) };
}

function property(schema) {
  const adapted = adapt(schema === true ? {} : schema);
  return KINDS.some((kind) => kind in adapted) ? adapted : { ...adapted, tsType: "unknown" };
}

/** The description without its examples, which are Rust's. */
function prose(description) {
  return description.replaceAll(/```[\s\S]*?```/g, "").trim();
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
