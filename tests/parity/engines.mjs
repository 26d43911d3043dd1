// The two sandboxes, and one pair in both.

import { Sandbox } from "../../js/dist/sandbox.js";
import { differing } from "./compare.mjs";

/** How many pairs wait for each sandbox, so that neither is ever idle. */
const WAITING = 32;

/** Steps are what has to stop a lambda, and not how busy the machine is. */
const LIMITS = { deadline: 300_000 };

/** Those of lambdas that go as far as they are let. */
const STRICT = { ...LIMITS, steps: 3000, memory: 32 };

/** The GraalJS that a FusionAuth runs, by its minor version: since which. */
const SINCE = [
  [56, "24.1.2"],
  [51, "23.1.2"],
  [0, "22.3.3"],
];

/** The engine that a scenario runs in. */
export function engineOf({ fusionauth = "1.70" }) {
  const minor = Number(String(fusionauth).split(".")[1]);
  return SINCE.find(([since]) => minor >= since)?.[1];
}

/** The embedded engine and GraalJS, each in a sandbox of its own. */
class Both {
  quickjs;
  graaljs;

  constructor(limits) {
    this.quickjs = new Sandbox({ limits });
    this.graaljs = new Sandbox({ engine: "graaljs", limits });
  }
}

/** Both engines twice: hostile lambdas run beside the others, because they take all the time and memory that there is. */
export class Engines {
  #ordinary = new Both(LIMITS);
  #hostile = new Both(STRICT);

  /** Compares all pairs, several at once; `hear` is told of each. */
  async compareAll(pairs, hear) {
    const running = new Set();
    for await (const pair of pairs) {
      const one = this.compare(pair).then(hear);
      running.add(one);
      void one.finally(() => running.delete(one));
      if (running.size >= WAITING) await Promise.race(running);
    }
    await Promise.all(running);
  }

  /** What a pair came to in both, and where that differs. */
  async compare(pair) {
    const text = pair.text ?? JSON.stringify(pair.scenario);
    const both = pair.source === "hostile" ? this.#hostile : this.#ordinary;
    const [quickjs, graaljs] = await Promise.all([
      outcome(both.quickjs, text),
      outcome(both.graaljs, text),
    ]);
    const differences = quickjs === graaljs ? [] : differing(quickjs, graaljs);
    const expected = pair.expected?.(JSON.parse(quickjs));
    if (expected) differences.push(...differing(expected.found, expected.wanted, "core"));
    return { pair, quickjs, graaljs, differences };
  }

  async close() {
    const all = [this.#ordinary, this.#hostile].flatMap(({ quickjs, graaljs }) => [
      quickjs,
      graaljs,
    ]);
    await Promise.all(all.map((sandbox) => sandbox.close()));
  }
}

/** The outcome as JSON text, or the error that there is instead. */
async function outcome(sandbox, text) {
  try {
    return await sandbox.simulateText(text);
  } catch (error) {
    if (error.code?.startsWith("engine-")) throw error;
    return JSON.stringify({ refused: { code: error.code, message: error.message } });
  }
}
