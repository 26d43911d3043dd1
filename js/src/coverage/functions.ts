// Counts calls of functions.

import type { AnyNode } from "acorn";
import type { RecursiveVisitors, WalkerCallback } from "acorn-walk";
import type { Recorder } from "./recorder.js";
import { afterDirectives } from "./statements.js";

/** How functions are visited. */
export const FUNCTIONS: RecursiveVisitors<Recorder> = {
  Function(node, recorder, visit) {
    for (const parameter of node.params) visit(parameter, recorder);
    const { body } = node;
    const call = recorder.function(
      node.start,
      node.id?.name ?? recorder.names.get(node as AnyNode),
    );
    if (body.type === "BlockStatement") {
      const { offset, end } = afterDirectives(body.body, body.start + 1);
      recorder.insert(offset, `${end}${call};`);
      visit(body, recorder);
      return;
    }
    recorder.insert(body.start, `(${call},${recorder.statement(body.start)},`);
    visit(body, recorder);
    recorder.insert(body.end, ")");
  },
  VariableDeclarator({ id, init }, recorder, visit) {
    visit(id, recorder);
    if (!init) return;
    if (id.type === "Identifier") recorder.names.set(init, id.name);
    visit(init, recorder);
  },
  Property: member,
  MethodDefinition: member,
  PropertyDefinition: member,
};

/** What has a name and a value: a property, a method, a field. */
interface Member {
  readonly computed: boolean;
  readonly key: AnyNode;
  readonly value?: AnyNode | null | undefined;
}

function member(
  { computed, key, value }: Member,
  recorder: Recorder,
  visit: WalkerCallback<Recorder>,
): void {
  if (computed) visit(key, recorder);
  if (!value) return;
  const isName = key.type === "Identifier" || key.type === "PrivateIdentifier";
  if (isName && !computed) recorder.names.set(value, key.name);
  visit(value, recorder);
}
