// Chance that falls the same way in every run.

/** A number of 32 bits that `text` stands for (FNV-1a). */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}

/** Dice that fall as `seed` says. */
export class Dice {
  #state;

  constructor(seed) {
    this.#state = hashOf(String(seed));
  }

  /** A number from 0 to 1 (mulberry32). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number below `sides`. */
  below(sides) {
    return Math.floor(this.next() * sides);
  }

  /** Whether something happens that does so `percent` times of a hundred. */
  chance(percent) {
    return this.next() * 100 < percent;
  }

  /** One of `items`. */
  pick(items) {
    return items[this.below(items.length)];
  }

  /** One of the second parts, each as often as the first part says. */
  weigh(shares) {
    let point = this.next() * shares.reduce((sum, [share]) => sum + share, 0);
    for (const [share, item] of shares) {
      point -= share;
      if (point < 0) return item;
    }
    return shares[0]?.[1];
  }

  /** From `least` to `most` of what `make` makes. */
  several(least, most, make) {
    return Array.from({ length: least + this.below(most - least + 1) }, make);
  }
}
