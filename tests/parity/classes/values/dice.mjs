// Chance that falls the same way in every run.

/** Dice that fall as `seed` says (FNV-1a and mulberry32). */
export class Dice {
  #state = 0x811c9dc5;

  constructor(seed) {
    for (const unit of Buffer.from(String(seed))) {
      this.#state = Math.imul(this.#state ^ unit, 0x01000193);
    }
  }

  /** A whole number below `sides`. */
  below(sides) {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * sides);
  }

  /** One of `items`. */
  pick(items) {
    return items[this.below(items.length)];
  }

  /** From none to `most` of what `make` makes. */
  several(most, make) {
    return Array.from({ length: this.below(most + 1) }, make);
  }
}
