// What is known of an error that QuickJS made.

import type { AnyNode } from "acorn";
import type { Tree } from "../../lambda-check/tree.js";

/** An error in QuickJS's words, and where in the text it was made. */
export interface Failing {
  readonly name: string;
  readonly message: string;
  /** The function of the engine that made it, such as `map`. */
  readonly native: string | undefined;
  /** The expression that failed. */
  readonly node: AnyNode;
  readonly tree: Tree;
  readonly text: string;
  /** The GraalJS that is simulated. */
  readonly version: string;
}

/** The same error in GraalJS's words. */
export interface Words {
  readonly name?: string;
  readonly message: string;
}

/** The list that was to be spread in `node`. */
export function spreadIn(node: AnyNode): AnyNode | undefined {
  const parts =
    node.type === "ArrayExpression"
      ? node.elements
      : node.type === "CallExpression" || node.type === "NewExpression"
        ? node.arguments
        : [];
  return parts.find((part) => part?.type === "SpreadElement") ?? undefined;
}

/** The arguments of the call that failed. */
export function argumentsOf({ node }: Failing): readonly AnyNode[] {
  return node.type === "CallExpression" || node.type === "NewExpression" ? node.arguments : [];
}
