// What a login led to, as the expectation of a test: what decides, and the fields that it changed.
//
// It is taken from the outcome's text, so that numbers beyond 2^53 keep their digits.

import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { stepsOf } from "../../draft/pointer.js";
import { pretty } from "../../draft/pretty.js";

/** An object that is being written: for each key a JSON text, or an object. */
type Written = Map<string, string | Written>;

/** Parts of the outcome whose changed fields are expected. */
const PARTS = ["user", "registration", "link"] as const;

/** The `expect` that the outcome fulfils, as JSON text. */
export function expectOf(outcome: string): string {
  const root = parseTree(outcome);
  if (!root) return "";
  const logins = findNodeAtLocation(root, ["logins"])?.children;
  if (!logins) return pretty(written(expected(root, outcome)));
  const each = logins.map((login) => written(expected(login, outcome)));
  return pretty(`{"logins":[${each.join(",")}]}`);
}

function expected(outcome: Node, text: string): Written {
  const all: Written = new Map();
  const source = (node: Node) => text.slice(node.offset, node.offset + node.length);
  for (const key of ["status", "decision"]) {
    const node = findNodeAtLocation(outcome, [key]);
    if (node) all.set(key, source(node));
  }
  const code = findNodeAtLocation(outcome, ["error", "code"]);
  all.set("error", code ? new Map([["code", source(code)]]) : "null");
  for (const part of PARTS) {
    if (findNodeAtLocation(outcome, [part])?.type === "null") all.set(part, "null");
  }
  for (const change of findNodeAtLocation(outcome, ["changes"])?.children ?? []) {
    const path = findNodeAtLocation(change, ["path"])?.value;
    const writer = findNodeAtLocation(change, ["by", "kind"])?.value;
    // What FusionAuth keeps itself, such as ids and instants, tells nothing about the configuration.
    if (typeof path === "string" && writer !== "login") add(all, stepsOf(path), outcome, source);
  }
  return all;
}

/** Expects what stands at a place of the outcome now; of a list all of it. */
function add(
  all: Written,
  steps: readonly string[],
  outcome: Node,
  source: (node: Node) => string,
): void {
  let [at, node]: [Written, Node | undefined] = [all, outcome];
  for (const [index, step] of steps.entries()) {
    node = node && findNodeAtLocation(node, [step]);
    const isLast = index === steps.length - 1 || node?.type === "array" || node === undefined;
    if (isLast) {
      if (!(at.get(step) instanceof Map)) at.set(step, node ? source(node) : "null");
      return;
    }
    const inner = at.get(step);
    if (typeof inner === "string") return;
    const next: Written = inner ?? new Map();
    at.set(step, next);
    at = next;
  }
}

function written(object: Written): string {
  const members = [...object].map(
    ([key, value]) =>
      `${JSON.stringify(key)}:${typeof value === "string" ? value : written(value)}`,
  );
  return `{${members.join(",")}}`;
}
