// Scenarios in YAML: the core reads JSON, so they are turned into that, and its findings turned back.

import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import { type Failure, failure, ReconcileKitError } from "../errors.js";
import { below, stepsOf } from "./pointer.js";
import type { Position } from "./position.js";

/** A YAML text as JSON, and where the JSON's values stand in it. */
export interface YamlDocument {
  readonly text: string;
  readonly positionOf: (pointer: string) => Position | undefined;
}

/** Aliases that are followed. A document that repeats itself more often means harm. */
const ALIASES = 100;

/**
 * Reads one YAML 1.2 document of the core schema: dates are texts, and `yes` is one too.
 *
 * @throws {ReconcileKitError} `not-yaml` for a syntax error, a duplicate key, an unknown tag, or too many
 * aliases; with line and column.
 */
export function readYaml(text: string): YamlDocument {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const document = compose(text, lines);
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    throw invalid(faults.map(({ message, pos }) => ({ ...notYaml(message), ...position(pos[0]) })));
  }
  const lost = aliasToNothing(document);
  if (lost) {
    const reason = `no anchor \`${lost.source}\` stands before this alias`;
    throw invalid([{ ...notYaml(reason), ...position(lost.range?.[0] ?? 0) }]);
  }
  return {
    text: jsonOf(document),
    positionOf(pointer) {
      const offset = offsetOf(document, pointer);
      return offset === undefined ? undefined : position(offset);
    },
  };
}

function compose(text: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text, {
      version: "1.2",
      schema: "core",
      intAsBigInt: true,
      prettyErrors: false,
      lineCounter,
    });
  } catch {
    throw invalid([notYaml("it is nested too deeply")]);
  }
}

/** The first alias whose anchor does not come before it. */
function aliasToNothing(document: Document): Alias | undefined {
  const anchors = new Set<string>();
  let lost: Alias | undefined;
  visit(document, (_, node) => {
    if (isAlias(node) && !anchors.has(node.source)) {
      lost = node;
      return visit.BREAK;
    }
    if (isNode(node) && "anchor" in node && node.anchor) anchors.add(node.anchor);
    return undefined;
  });
  return lost;
}

function notYaml(message: string): Failure {
  // The parser recurses; nobody needs to know how.
  const reason = /call stack/.test(message) ? "it is nested too deeply" : message;
  const help = "correct the YAML; an editor with YAML support shows the place";
  return failure("not-yaml", "", `this is not YAML that can be used: ${reason}`, help);
}

function invalid(findings: readonly Failure[]): ReconcileKitError {
  const diagnostics = findings.map((finding) => ({ severity: "error" as const, ...finding }));
  const [first = notYaml("it is empty")] = findings;
  return new ReconcileKitError({ ...first, diagnostics });
}

function jsonOf(document: Document): string {
  try {
    return write(document.toJS({ maxAliasCount: ALIASES }), "");
  } catch (error) {
    if (error instanceof ReconcileKitError) throw error;
    throw invalid([notYaml("it repeats itself without end by aliases")]);
  }
}

/** `value` as JSON text. Integers arrive as BigInt, which keeps all their digits. */
function write(value: unknown, path: string): string {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw invalid([{ ...notYaml(`\`${value}\` is not a number that JSON has`), path }]);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => write(item, `${path}/${index}`)).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([key, item]) => `${JSON.stringify(key)}:${write(item, below(path, key))}`,
    );
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

/** Where the value begins that `pointer` names, or its key; else what is nearest around it. */
function offsetOf(document: Document, pointer: string): number | undefined {
  let node: Node | null | undefined = document.contents;
  let offset = node?.range?.[0];
  for (const step of stepsOf(pointer)) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = node.items[Number(step)] as Node | undefined;
      offset = node?.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}
