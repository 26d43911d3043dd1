// What a JSON Schema says about one place of a document. It only offers and explains; the core decides what is valid.

import type { Path } from "./place.js";

/** As much of JSON Schema as the published schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly then?: Schema;
  readonly else?: Schema;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

/** One form that a value may have. */
export interface Form {
  readonly schema: Schema;
  /** The definition that it comes from, such as `PolicyClaim`. */
  readonly named: string | undefined;
  /** What the place says of itself, before what its definition says. */
  readonly description: string | undefined;
}

/** A key that an object may have. */
export interface Key {
  readonly name: string;
  readonly description: string;
  readonly forms: readonly Form[];
  readonly isRequired: boolean;
}

/** A value that a place may have. */
export interface Choice {
  readonly value: unknown;
  readonly description: string;
}

/** A schema that can be asked about places. */
export class Guide {
  readonly #root: Schema;

  constructor(root: Schema) {
    this.#root = root;
  }

  /** The forms of what is at `path`, below the definition or property that `start` is. */
  formsAt(start: Schema, path: Path): readonly Form[] {
    let forms = this.#forms(start);
    for (const step of path) forms = forms.flatMap((form) => this.#below(form, step));
    return forms;
  }

  /** A definition of the schema. */
  definition(name: string): Schema {
    return this.#root.$defs?.[name] ?? {};
  }

  /** What a key of the document holds. */
  property(name: string): Schema {
    return this.#root.properties?.[name] ?? {};
  }

  /** The whole. */
  get root(): Schema {
    return this.#root;
  }

  /** The keys of objects of these forms. */
  keys(forms: readonly Form[]): Key[] {
    const keys = new Map<string, Key>();
    for (const { schema } of forms) {
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        if (keys.has(name)) continue;
        const own = this.#forms(property);
        const description = property.description ?? own.find(hasWords)?.description ?? "";
        const isRequired = schema.required?.includes(name) ?? false;
        keys.set(name, { name, description, forms: own, isRequired });
      }
    }
    return [...keys.values()];
  }

  /** The values of these forms, where they can be counted. */
  choices(forms: readonly Form[]): Choice[] {
    return forms.flatMap(({ schema, description = "" }) => {
      if (schema.const !== undefined) return [{ value: schema.const, description }];
      if (schema.enum) return schema.enum.map((value) => ({ value, description: "" }));
      if (schema.type === "boolean") {
        return [true, false].map((value) => ({ value, description: "" }));
      }
      return (schema.examples ?? []).map((value) => ({ value, description: "for example" }));
    });
  }

  #forms(schema: Schema, named?: string, depth = 0): Form[] {
    if (depth > 12) return [];
    const { $ref, anyOf = [], oneOf = [], then, else: otherwise } = schema;
    if ($ref !== undefined) {
      const name = $ref.replace("#/$defs/", "");
      const forms = this.#forms(this.definition(name), name, depth + 1);
      const { description } = schema;
      if (description === undefined) return forms;
      // What a place says of itself comes first, but a value is described by its own words.
      return forms.map((form) =>
        form.schema.const === undefined ? { ...form, description } : form,
      );
    }
    const branches = [anyOf, oneOf, then ?? [], otherwise ?? []].flat();
    // A branch that only says which keys are needed is no form of its own.
    const inner = branches.filter((branch) =>
      Object.keys(branch).some((key) => key !== "required"),
    );
    const isOwn = inner.length === 0 || schema.properties !== undefined;
    const own = isOwn ? [{ schema, named, description: schema.description }] : [];
    return [...own, ...inner.flatMap((branch) => this.#forms(branch, named, depth + 1))];
  }

  #below({ schema }: Form, step: string | number): Form[] {
    if (typeof step === "number") return schema.items ? this.#forms(schema.items) : [];
    const { properties = {}, patternProperties = {}, additionalProperties } = schema;
    if (Object.hasOwn(properties, step)) return this.#forms(properties[step] ?? {});
    const [, pattern] =
      Object.entries(patternProperties).find(([source]) => new RegExp(source).test(step)) ?? [];
    if (pattern) return this.#forms(pattern);
    return typeof additionalProperties === "object" ? this.#forms(additionalProperties) : [];
  }
}

function hasWords({ description }: Form): boolean {
  return description !== undefined;
}

/** What a form is called in a completion: `text`, `list`, `PolicyRule` … */
export function kindOf({ schema: { type, const: constant, enum: values } }: Form): string {
  if (constant !== undefined || values) return "text";
  const types = typeof type === "string" ? [type] : (type ?? []);
  const words: Readonly<Record<string, string>> = {
    string: "text",
    array: "list",
    integer: "whole number",
  };
  return types.map((one) => words[one] ?? one).join(" or ");
}
