// Values that stand in the text.

import type { AnyNode, Identifier } from "acorn";
import { isNullish, keyOf } from "./patterns.js";
import type { Scopes } from "./scope.js";
import type { NodeOf } from "./tree.js";

/** A value that JSON can write. */
export type Constant = string | number | boolean | null | Constant[] | { [key: string]: Constant };

/** A value and how much of it there is. */
interface Sized {
  readonly value: Constant;
  readonly size: number;
}

/** Larger values are built up of one another, and no field holds them. */
const LARGEST = 10_000;

/** How deep names and values may be nested. */
const DEEPEST = 40;

/** Finds the values that expressions always have. */
export class Constants {
  readonly #found = new Map<AnyNode, Sized | undefined>();
  #depth = 0;

  constructor(readonly scopes: Scopes) {}

  /** The value that `node` always has; nothing where that is not known before the lambda runs. */
  of(node: AnyNode): Constant | undefined {
    return this.#sized(node)?.value;
  }

  #sized(node: AnyNode): Sized | undefined {
    if (this.#found.has(node)) return this.#found.get(node);
    // A name that is given itself has no value, which is what is found on the way round.
    this.#found.set(node, undefined);
    if (this.#depth >= DEEPEST) return undefined;
    this.#depth += 1;
    const sized = this.#look(node);
    this.#depth -= 1;
    const found = sized && sized.size <= LARGEST ? sized : undefined;
    this.#found.set(node, found);
    return found;
  }

  #look(node: AnyNode): Sized | undefined {
    switch (node.type) {
      case "Literal":
        return literal(node);
      case "TemplateLiteral":
        return this.#template(node);
      case "ArrayExpression":
        return this.#array(node);
      case "ObjectExpression":
        return this.#object(node);
      case "UnaryExpression": {
        const value = this.of(node.argument);
        const isNegated = node.operator === "-" && typeof value === "number";
        return isNegated ? { value: -value, size: 1 } : undefined;
      }
      case "BinaryExpression":
        return node.operator === "+" ? this.#sum(node) : undefined;
      case "Identifier":
        return this.#named(node);
      default:
        return undefined;
    }
  }

  #template({ expressions, quasis }: NodeOf<"TemplateLiteral">): Sized | undefined {
    const values = expressions.map((expression) => this.of(expression));
    if (!values.every(isScalar)) return undefined;
    const texts = quasis.map(({ value }) => value.cooked ?? "");
    return text(texts.map((part, index) => part + String(values[index] ?? "")).join(""));
  }

  #array({ elements }: NodeOf<"ArrayExpression">): Sized | undefined {
    const parts = elements.map((element) => (element ? this.#sized(element) : undefined));
    if (!parts.every((part) => part !== undefined)) return undefined;
    return { value: parts.map(({ value }) => value), size: sum(parts) };
  }

  #object({ properties }: NodeOf<"ObjectExpression">): Sized | undefined {
    const entries: [string, Sized][] = [];
    for (const property of properties) {
      const isPlain =
        property.type === "Property" && !property.computed && property.kind === "init";
      const value = isPlain ? this.#sized(property.value) : undefined;
      if (!isPlain || !value) return undefined;
      entries.push([keyOf(property.key, false), value]);
    }
    const values = entries.map(([key, { value }]) => [key, value] as const);
    return { value: Object.fromEntries(values), size: sum(entries.map(([, part]) => part)) };
  }

  #sum({ left, right }: NodeOf<"BinaryExpression">): Sized | undefined {
    const [one, other] = [this.of(left), this.of(right)];
    const isText = typeof one === "string" || typeof other === "string";
    return isText && isScalar(one) && isScalar(other) ? text(`${one}${other}`) : undefined;
  }

  #named(node: Identifier): Sized | undefined {
    const [origin, ...others] = this.scopes.resolve(node)?.origins ?? [];
    if (origin?.kind !== "value" || others.length > 0 || origin.keys.length > 0) return undefined;
    return isNullish(origin.of) ? undefined : this.#sized(origin.of);
  }
}

function literal({ value, regex, bigint }: NodeOf<"Literal">): Sized | undefined {
  if (regex || bigint !== undefined) return undefined;
  if (typeof value === "string") return text(value);
  const isPlain = value === null || typeof value === "number" || typeof value === "boolean";
  return isPlain ? { value, size: 1 } : undefined;
}

function text(value: string): Sized {
  return { value, size: 1 + value.length };
}

function sum(parts: readonly Sized[]): number {
  return parts.reduce((total, { size }) => total + size, 1);
}

function isScalar(value: Constant | undefined): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
