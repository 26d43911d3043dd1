// The syntax tree with what acorn leaves out: the way up, and nodes by their type.

import type { AnyNode, Program } from "acorn";

/** A node of type `T`. */
export type NodeOf<T extends AnyNode["type"]> = Extract<AnyNode, { type: T }>;

/** A function in any of its forms. */
export type FunctionNode = NodeOf<
  "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression"
>;

/** How deep the nodes may be nested. What looks at them calls itself. */
const DEEPEST = 600;

interface Link {
  readonly parent: AnyNode | undefined;
  /** The property of the parent that holds the node. */
  readonly role: string;
}

/** A program's nodes, from the outside inwards. */
export class Tree {
  readonly #links: ReadonlyMap<AnyNode, Link>;
  readonly #byType = new Map<string, AnyNode[]>();

  private constructor(
    readonly program: Program,
    links: ReadonlyMap<AnyNode, Link>,
  ) {
    this.#links = links;
    for (const node of links.keys()) {
      const alike = this.#byType.get(node.type);
      if (alike) alike.push(node);
      else this.#byType.set(node.type, [node]);
    }
  }

  /** The tree of `program`; nothing when it is nested too deeply. */
  static of(program: Program): Tree | undefined {
    const links = new Map<AnyNode, Link>();
    const waiting: { node: AnyNode; link: Link; depth: number }[] = [];
    waiting.push({ node: program, link: { parent: undefined, role: "" }, depth: 0 });
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { node, link, depth } = next;
      if (depth > DEEPEST) return undefined;
      links.set(node, link);
      for (const [role, child] of childrenOf(node).reverse()) {
        waiting.push({ node: child, link: { parent: node, role }, depth: depth + 1 });
      }
    }
    return new Tree(program, links);
  }

  /** Every node, each before those inside it. */
  get nodes(): Iterable<AnyNode> {
    return this.#links.keys();
  }

  /** The nodes of one type, in the order of the text. */
  ofType<T extends AnyNode["type"]>(type: T): readonly NodeOf<T>[] {
    return (this.#byType.get(type) ?? []) as NodeOf<T>[];
  }

  /** The nodes of these types in `outer`, which itself counts. */
  inside<T extends AnyNode["type"]>(outer: AnyNode, types: readonly T[]): readonly NodeOf<T>[] {
    return types.flatMap((type) => {
      const nodes = this.ofType(type);
      const first = lowerBound(nodes, outer.start);
      const after = lowerBound(nodes, outer.end);
      return nodes.slice(first, after).filter((node) => node.end <= outer.end);
    });
  }

  /** Every function, in the order of the text. */
  get functions(): readonly FunctionNode[] {
    return [
      ...this.ofType("FunctionDeclaration"),
      ...this.ofType("FunctionExpression"),
      ...this.ofType("ArrowFunctionExpression"),
    ].sort((one, other) => one.start - other.start);
  }

  parentOf(node: AnyNode): AnyNode | undefined {
    return this.#links.get(node)?.parent;
  }

  /** The property of its parent that holds `node`, such as `test` or `consequent`. */
  roleOf(node: AnyNode): string {
    return this.#links.get(node)?.role ?? "";
  }

  /** The nodes around `node`, from the inside outwards. */
  *around(node: AnyNode): Generator<AnyNode> {
    for (let outer = this.parentOf(node); outer; outer = this.parentOf(outer)) yield outer;
  }

  /** The function that `node` stands in. */
  functionAround(node: AnyNode): FunctionNode | undefined {
    for (const outer of this.around(node)) if (isFunction(outer)) return outer;
    return undefined;
  }
}

/** The index of the first node that begins at `offset` or later. */
export function lowerBound(nodes: readonly AnyNode[], offset: number): number {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether `node` is a function. */
export function isFunction(node: AnyNode | null | undefined): node is FunctionNode {
  return (
    node?.type === "FunctionDeclaration" ||
    node?.type === "FunctionExpression" ||
    node?.type === "ArrowFunctionExpression"
  );
}

/** The nodes directly inside `node`, in the order of the text, each with the property that holds it. */
function childrenOf(node: AnyNode): [string, AnyNode][] {
  const children: [string, AnyNode][] = [];
  for (const [role, value] of Object.entries(node)) {
    if (Array.isArray(value)) {
      for (const entry of value) if (isNode(entry)) children.push([role, entry]);
    } else if (isNode(value)) {
      children.push([role, value]);
    }
  }
  // acorn puts a case's statements before its test.
  return children.sort(([, one], [, other]) => one.start - other.start);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
