// `Headers`: names in any case, values as text.

import {
  bare,
  hasOwn,
  install,
  own,
  ownKeys,
  realm,
  TypeErrorOf,
  textOf,
  toLowerCase,
} from "./primordials.js";

/** A table of headers by their lower-case names. */
type Table = Record<string, string>;

function entered(table: Table, name: unknown, value: unknown, isAdded: boolean): void {
  const key = toLowerCase(textOf(name));
  const earlier = table[key];
  table[key] = isAdded && earlier !== undefined ? `${earlier}, ${textOf(value)}` : textOf(value);
}

class Headers {
  readonly #table: Table = bare<string>();

  constructor(initial?: unknown) {
    if (initial === undefined || initial === null) return;
    if (typeof initial !== "object") throw new TypeErrorOf("headers are an object of texts");
    const from = #table in initial ? initial.#table : (initial as Table);
    const names = ownKeys(from);
    for (let index = 0; index < names.length; index++) {
      const name = names[index];
      if (typeof name === "string") entered(this.#table, name, own(from, name), true);
    }
  }

  append(name: unknown, value: unknown): void {
    entered(this.#table, name, value, true);
  }

  delete(name: unknown): void {
    delete this.#table[toLowerCase(textOf(name))];
  }

  get(name: unknown): string | null {
    return this.#table[toLowerCase(textOf(name))] ?? null;
  }

  has(name: unknown): boolean {
    return hasOwn(this.#table, toLowerCase(textOf(name)));
  }

  set(name: unknown, value: unknown): void {
    entered(this.#table, name, value, false);
  }

  forEach(visit: (value: string, name: string, headers: Headers) => void): void {
    const names = ownKeys(this.#table) as string[];
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string;
      visit(this.#table[name] as string, name, this);
    }
  }
}

/** Puts `Headers` into the realm. */
export function installHeaders(): void {
  install(realm, "Headers", Headers);
}
