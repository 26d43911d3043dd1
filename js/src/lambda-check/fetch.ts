// What a lambda does with the answers of `fetch`.

import type { AnyNode } from "acorn";
import type { Lambda } from "./lambda.js";
import { keyOf } from "./patterns.js";

/** A member of an answer that is read. */
export interface Member {
  readonly name: string;
  readonly node: AnyNode;
}

/** The calls of `fetch`. */
export function answersIn(lambda: Lambda): readonly AnyNode[] {
  return lambda.callsOf("fetch");
}

/** What of `answer` is read, directly or by way of a name. */
export function membersOf(answer: AnyNode, lambda: Lambda): Member[] {
  const holders = [answer, ...namesOf(answer, lambda)];
  return holders.flatMap((holder) => {
    const parent = lambda.tree.parentOf(holder);
    if (parent?.type !== "MemberExpression" || parent.object !== holder) return [];
    return [{ name: keyOf(parent.property, parent.computed), node: parent }];
  });
}

/** The uses of the name that holds `answer`. */
function namesOf(answer: AnyNode, { tree, scopes }: Lambda): readonly AnyNode[] {
  const holder = tree.parentOf(answer);
  let name: AnyNode | undefined;
  if (holder?.type === "VariableDeclarator" && holder.init === answer) name = holder.id;
  if (holder?.type === "AssignmentExpression" && holder.right === answer) name = holder.left;
  if (name?.type !== "Identifier") return [];
  const binding = scopes.resolve(name);
  // A name that is given several things says nothing of one of them.
  return binding?.origins.length === 1 ? binding.uses : [];
}
