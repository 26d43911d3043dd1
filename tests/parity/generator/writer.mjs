// Writes a program by filling forms: texts with holes, whose types say what may stand in them.

import { KINDS } from "./kinds.mjs";

/** How deeply forms are nested in an expression, and statements in statements. */
const DEEPEST_EXPRESSION = 3;
const DEEPEST_STATEMENT = 3;

/** What strict mode refuses to read, or to run. */
const SLOPPY =
  /\bwith \(|[ (]0\d|\\[0-9]|\(a, a\)|\b(?:delete this|§u =|for \(§i|x1 =|callee|interface)\b/;

/**
 * `$text` is an expression of the kind `text`, `$text!` one without parts, and `$text(a:number)` one in which the
 * form's own name `§a` may stand for a number. `§a` is a name that nothing else in the program has.
 */
const HOLE = /\$([a-z]+)(!)?(?:\(([a-z]+:[a-z]+(?:,[a-z]+:[a-z]+)*)\))?|§([a-z]+)/g;

/** One program, while it is written. */
export class Writer {
  #isStrict;
  #names = 0;
  #depth = 0;
  #statementDepth = 0;
  /** Names that may be read here, innermost last. */
  #scopes = [[]];

  constructor(dice, isStrict = false) {
    this.dice = dice;
    this.#isStrict = isStrict;
  }

  /** A form with its holes filled. */
  fill(form, own = new Map()) {
    return form.replace(HOLE, (_, kind, isLeaf, inner, name) => {
      if (name !== undefined) return this.#ownName(own, name);
      if (inner === undefined) return this.make(kind, isLeaf !== undefined);
      return this.#within(inner, own, () => this.make(kind, false));
    });
  }

  #ownName(own, name) {
    const known = own.get(name);
    if (known !== undefined) return known;
    this.#names += 1;
    const fresh = `${name}${this.#names}`;
    own.set(name, fresh);
    return fresh;
  }

  /** What `make` makes where the names `inner`, as `a:text,b:number`, may be read. */
  #within(inner, own, make) {
    const names = inner.split(",").map((one) => {
      const [name, kind] = one.split(":");
      return { name: this.#ownName(own, name), kind };
    });
    this.#scopes.push(names);
    const made = make();
    this.#scopes.pop();
    return made;
  }

  /** From here on, `name` may be read as a value of `kind`. */
  declare(name, kind) {
    this.#scopes.at(-1)?.push({ name, kind });
  }

  /** A name in scope that is of `kind`. */
  known(kind) {
    const names = this.#scopes.flat().filter((one) => one.kind === kind);
    return names.length > 0 ? this.dice.pick(names).name : undefined;
  }

  /** An expression of a kind, or statements. */
  make(kind, isLeaf = false) {
    const { leaves, forms = leaves, statements } = KINDS[kind] ?? missing(kind);
    if (statements) return statements(this);
    const isDeep = this.#depth >= DEEPEST_EXPRESSION;
    if (isLeaf || isDeep || this.dice.chance(30)) return this.#leaf(kind, leaves);
    this.#depth += 1;
    const made = this.#formed(this.pick(forms));
    this.#depth -= 1;
    return made;
  }

  #leaf(kind, leaves) {
    const name = this.dice.chance(55) ? this.known(kind) : undefined;
    return name ?? this.#formed(this.pick(leaves));
  }

  /** One of `forms` that may stand here. */
  pick(forms) {
    for (;;) {
      const form = this.dice.pick(forms);
      if (!this.#isStrict || !SLOPPY.test(form)) return form;
    }
  }

  #formed(form) {
    return typeof form === "function" ? form(this) : this.fill(form);
  }

  /** Statements of one block, in a scope of their own. */
  block(least, most, makeOne) {
    const depth = this.#depth;
    this.#depth = 0;
    this.#statementDepth += 1;
    this.#scopes.push([]);
    const lines = this.dice.several(least, most, () => makeOne(this));
    this.#scopes.pop();
    this.#statementDepth -= 1;
    this.#depth = depth;
    return lines.join("\n");
  }

  /** Whether statements may have statements in them here. */
  get mayNest() {
    return this.#statementDepth < DEEPEST_STATEMENT;
  }

  /** A statement: its form, and what it declares for those that follow, as `a:text`. */
  statement([form, declares]) {
    const own = new Map();
    const text = this.fill(form, own);
    for (const one of declares?.split(",") ?? []) {
      const [name, kind] = one.split(":");
      this.declare(this.#ownName(own, name), kind);
    }
    return text;
  }
}

function missing(kind) {
  throw new Error(`no form is of the kind \`${kind}\``);
}
