// How long it takes from the start of a process to an engine's first answer.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ENGINES } from "./engines/index.mjs";
import { spread } from "./measure.mjs";

const STARTS = 15;
const child = fileURLToPath(new URL("cold-child.mjs", import.meta.url));

function start(engine) {
  return Number(execFileSync(process.execPath, [child, String(engine)], { encoding: "utf8" }));
}

/** Milliseconds by engine, each in processes of its own, in turn; first those of a process without an engine. */
export function coldStarts() {
  const rows = [{ name: "Node.js alone" }, ...ENGINES.map(({ name }) => ({ name }))];
  const times = rows.map(() => []);
  // The first round fills the system's cache of files.
  for (let round = -1; round < STARTS; round += 1) {
    for (const [row, all] of times.entries()) {
      const time = start(row - 1);
      if (round >= 0) all.push(time);
    }
  }
  return rows.map(({ name }, row) => {
    const more = times[row].map((time, round) => time - times[0][round]);
    return { name, ...spread(times[row]), more: spread(more).middle };
  });
}
