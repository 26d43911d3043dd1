// What of the language is newer than ES5, and in which edition it came.

import type { AnyNode } from "acorn";
import type { Release } from "./engine.js";
import type { Tree } from "./tree.js";

/** A piece of syntax and the edition that brought it. */
export interface Feature {
  /** What it is, as it goes on after "this lambda uses". */
  readonly name: string;
  readonly edition: number;
  /** The first GraalJS that reads it, where not all do. */
  readonly engine?: Release;
}

/** A use of newer syntax. */
export interface Use {
  readonly feature: Feature;
  readonly node: AnyNode;
}

const MODIFIERS: Feature = {
  name: "modifiers in a regular expression",
  edition: 2025,
  engine: "none",
};
const SAME_GROUPS: Feature = {
  name: "two groups of one name in a regular expression",
  edition: 2025,
  engine: 23,
};
const SETS: Feature = { name: "the flag `v` of a regular expression", edition: 2024, engine: 24 };
const USING: Feature = { name: "`using`", edition: 2026, engine: "none" };

/** The uses of newer syntax in a program, in the order of the text. */
export function featuresOf(tree: Tree): Use[] {
  const uses: Use[] = [];
  for (const node of tree.nodes) {
    for (const feature of featuresIn(node, tree)) uses.push({ feature, node });
  }
  return uses.sort((one, other) => one.node.start - other.node.start);
}

function featuresIn(node: AnyNode, tree: Tree): readonly Feature[] {
  const simple = SIMPLE[node.type];
  if (simple) return [simple];
  switch (node.type) {
    case "VariableDeclaration":
      if (node.kind === "var") return [];
      return [node.kind.endsWith("using") ? USING : { name: `\`${node.kind}\``, edition: 2015 }];
    case "FunctionDeclaration":
    case "FunctionExpression":
      if (node.async) return [{ name: "an `async` function", edition: 2017 }];
      return node.generator ? [{ name: "a generator", edition: 2015 }] : [];
    case "Literal":
      return literal(node);
    case "Property":
      return property(node, tree);
    case "BinaryExpression":
      return binary(node);
    case "LogicalExpression":
      return node.operator === "??" ? [{ name: "`??`", edition: 2020 }] : [];
    case "AssignmentExpression":
      return assignment(node.operator);
    case "CatchClause":
      return node.param ? [] : [{ name: "`catch` without a name", edition: 2019 }];
    case "SpreadElement":
    case "RestElement": {
      const isOfObject = tree.parentOf(node)?.type.startsWith("Object");
      return [{ name: "`...`", edition: isOfObject ? 2018 : 2015 }];
    }
    default:
      return [];
  }
}

/** Nodes that are newer whatever is in them. */
const SIMPLE: Readonly<Record<string, Feature | undefined>> = {
  ArrowFunctionExpression: { name: "an arrow function", edition: 2015 },
  TemplateLiteral: { name: "a template", edition: 2015 },
  ForOfStatement: { name: "`for … of`", edition: 2015 },
  ClassDeclaration: { name: "a class", edition: 2015 },
  ClassExpression: { name: "a class", edition: 2015 },
  ObjectPattern: { name: "taking an object apart", edition: 2015 },
  ArrayPattern: { name: "taking a list apart", edition: 2015 },
  AssignmentPattern: { name: "a default value", edition: 2015 },
  AwaitExpression: { name: "`await`", edition: 2017 },
  ChainExpression: { name: "`?.`", edition: 2020 },
  ImportExpression: { name: "`import()`", edition: 2020 },
  PropertyDefinition: { name: "a class field", edition: 2022 },
  StaticBlock: { name: "a static block", edition: 2022 },
  PrivateIdentifier: { name: "a private member", edition: 2022 },
};

function property(node: AnyNode & { type: "Property" }, tree: Tree): readonly Feature[] {
  // What takes an object apart is counted as a whole.
  if (tree.parentOf(node)?.type === "ObjectPattern") return [];
  if (node.shorthand || node.method) return [{ name: "a short form of a property", edition: 2015 }];
  return node.computed ? [{ name: "a computed key", edition: 2015 }] : [];
}

function binary(node: AnyNode & { type: "BinaryExpression" }): readonly Feature[] {
  return node.operator === "**" ? [{ name: "`**`", edition: 2016 }] : [];
}

function assignment(operator: string): readonly Feature[] {
  if (["||=", "&&=", "??="].includes(operator)) return [{ name: `\`${operator}\``, edition: 2021 }];
  return operator === "**=" ? [{ name: "`**=`", edition: 2016 }] : [];
}

function literal({
  regex,
  bigint,
  raw = "",
  value,
}: AnyNode & { type: "Literal" }): readonly Feature[] {
  if (regex) return regularExpression(regex.pattern, regex.flags);
  if (bigint !== undefined) return [{ name: "a BigInt", edition: 2020 }];
  if (typeof value !== "number") return [];
  if (raw.includes("_")) return [{ name: "a number with separators", edition: 2021 }];
  return /^0[bo]/i.test(raw) ? [{ name: "a binary or octal number", edition: 2015 }] : [];
}

function regularExpression(pattern: string, flags: string): readonly Feature[] {
  const features: Feature[] = [];
  const editions: Readonly<Record<string, number>> = { u: 2015, y: 2015, s: 2018, d: 2022 };
  for (const flag of flags) {
    const edition = editions[flag];
    if (flag === "v") features.push(SETS);
    else if (edition) {
      features.push({ name: `the flag \`${flag}\` of a regular expression`, edition });
    }
  }
  // What is escaped or stands in a class is no group.
  const bare = pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gs, "");
  const groups = Array.from(bare.matchAll(/\(\?<(?![=!])([^>]*)>/g), ([, name]) => name);
  if (groups.length > 0) features.push({ name: "a named group", edition: 2018 });
  if (new Set(groups).size < groups.length) features.push(SAME_GROUPS);
  if (/\(\?<[=!]/.test(bare)) features.push({ name: "lookbehind", edition: 2018 });
  if (/\(\?(?:[ims]+(?:-[ims]*)?|-[ims]+):/.test(bare)) features.push(MODIFIERS);
  return features;
}
