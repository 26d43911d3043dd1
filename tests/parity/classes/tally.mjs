// Counts what was compared, and what of it was the same.

/** The counts by name, and everything that nothing explains. */
export class Tally {
  #counts = new Map();
  #used = new Map();
  unexplained = [];

  /** Counts one comparison of `name`: its differences, each with the id that explains it, if any. */
  count(name, differences) {
    const counts = this.#counts.get(name) ?? { all: 0, same: 0, listed: 0 };
    this.#counts.set(name, counts);
    counts.all += 1;
    if (differences.length === 0) counts.same += 1;
    else if (differences.every(({ id }) => id !== undefined)) counts.listed += 1;
    for (const difference of differences) {
      if (difference.id === undefined) this.unexplained.push(difference);
      else this.#used.set(difference.id, (this.#used.get(difference.id) ?? 0) + 1);
    }
  }

  /** How often a listed difference explained something. */
  used(id) {
    return this.#used.get(id) ?? 0;
  }

  /** A line for each name, and one for all. */
  lines() {
    const rows = [...this.#counts].sort(([one], [other]) => (one < other ? -1 : 1));
    const sum = (key) => rows.reduce((total, [, counts]) => total + counts[key], 0);
    const all = ["all", { all: sum("all"), same: sum("same"), listed: sum("listed") }];
    const width = Math.max(...rows.map(([name]) => name.length));
    return [...rows, all].map(([name, { all: count, same, listed }]) => {
      const columns = [`${count} read`, `${same} the same`, `${listed} listed`];
      return `  ${name.padEnd(width)}${columns.map((column) => column.padStart(16)).join("")}`;
    });
  }
}
