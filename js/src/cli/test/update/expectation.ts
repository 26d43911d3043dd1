// What `expect` says after an update: as much as it said before, with what the outcome has now.

import { type JsonMember, type JsonTree, memberOf, plainValue, valueAt } from "../../json-tree.js";

const NOWHERE = { start: 0, end: 0 };
const NOTHING: JsonTree = { kind: "scalar", text: "null", ...NOWHERE };

/** An account or a registration as a whole, which is shown by what changed of it. */
const OBJECT = /^((?:\/logins\/\d+)?)\/(user|registration)$/;

/**
 * What stands in `expect` in place of `expected`, where the outcome has `found` at `path`; to expect `null` is to
 * expect nothing. Of a list's new entries only what the old ones named is written.
 */
export function renewed(
  path: string,
  expected: JsonTree,
  found: JsonTree | undefined,
  preview: JsonTree,
): JsonTree {
  if (!found) return NOTHING;
  if (expected.kind === "array") return pruned(found, [expected]);
  const [, login = "", object = ""] = OBJECT.exec(path) ?? [];
  const outcome = object && valueAt(preview, login);
  return outcome && found.kind === "object" ? changedFields(outcome, object) : found;
}

/** `found` with the members that any of `shapes` has. */
function pruned(found: JsonTree, shapes: readonly JsonTree[]): JsonTree {
  if (found.kind === "array") {
    const entries = shapes.flatMap((shape) => (shape.kind === "array" ? shape.items : []));
    return { ...found, items: found.items.map((item) => pruned(item, entries)) };
  }
  const objects = shapes.filter((shape) => shape.kind === "object");
  if (found.kind !== "object" || objects.length === 0) return found;
  const keys = new Set(objects.flatMap(({ members }) => members.map(({ key }) => key)));
  const members = [...keys].flatMap((key) => {
    const member = memberOf(found, key);
    const named = objects.flatMap((object) => memberOf(object, key)?.value ?? []);
    return member ? [{ ...member, value: pruned(member.value, named) }] : [];
  });
  return { ...found, members };
}

/** A first expectation: how the logins end, and what they change of users and registrations. */
export function firstExpectation(preview: JsonTree): JsonTree {
  const logins = memberOf(preview, "logins")?.value;
  if (logins?.kind !== "array") return ending(preview);
  return objectOf([["logins", { ...logins, items: logins.items.map(ending) }]]);
}

function ending(outcome: JsonTree): JsonTree {
  const code = valueAt(outcome, "/error/code");
  return objectOf([
    ["status", valueAt(outcome, "/status")],
    ["decision", valueAt(outcome, "/decision")],
    ["error", code && objectOf([["code", code]])],
    ...["user", "registration"].map((object): [string, JsonTree | undefined] => {
      const fields = changedFields(outcome, object);
      return [object, fields.members.length > 0 ? fields : undefined];
    }),
  ]);
}

/** What the login changed of `object`, except for ids and instants, which FusionAuth sets at every login. */
function changedFields(outcome: JsonTree, object: string): JsonTree & { kind: "object" } {
  const changes = plainValue(valueAt(outcome, "/changes") ?? NOTHING);
  const fields = new Set<string>();
  for (const { path, by } of (changes ?? []) as { path: string; by: { kind: string } }[]) {
    const [, root, field] = path.split("/");
    if (root === object && field !== undefined && by.kind !== "login") fields.add(field);
  }
  return objectOf(
    [...fields].map((field) => [field, valueAt(outcome, `/${object}/${field}`) ?? NOTHING]),
  );
}

function objectOf(
  members: readonly (readonly [key: string, value: JsonTree | undefined])[],
): JsonTree & { kind: "object" } {
  const present = members.flatMap(([key, value]): JsonMember[] =>
    value ? [{ key, start: 0, value }] : [],
  );
  return { kind: "object", members: present, ...NOWHERE };
}
