import { failure, ReconcileKitError } from "../errors.js";

/** How far a lambda may go. Each limit holds for one run, and for reading the lambda's text. */
export interface Limits {
  /** Longest time, in milliseconds. Whoever waits gives up two seconds later. */
  deadline?: number;
  /** Most steps, counted in thousands of loops, calls and backtracks: the same on every machine. */
  steps?: number;
  /** Most memory, in MiB, of which the engine itself takes about 6; from 16. */
  memory?: number;
  /** Deepest call stack, in KiB. More than 128 works in Node.js only, where there is room up to 512. */
  stack?: number;
}

/**
 * What holds when nothing else is said.
 *
 * @example
 * ```ts
 * import { DEFAULT_LIMITS, Sandbox } from "reconcile-kit/sandbox";
 *
 * await using patient = new Sandbox({ limits: { deadline: 2 * DEFAULT_LIMITS.deadline } });
 * (await patient.simulate(scenario)).status; // 200
 * ```
 */
export const DEFAULT_LIMITS: Required<Limits> = {
  deadline: 5000,
  steps: 20_000,
  memory: 64,
  stack: 128,
};

const RANGES: Required<{ [name in keyof Limits]: readonly [number, number] }> = {
  deadline: [1, 600_000],
  steps: [10, 100_000_000],
  memory: [16, 2048],
  stack: [16, 512],
};

/**
 * The limits that hold, all of them.
 *
 * @throws {ReconcileKitError} `sandbox-limit` for one that is unknown or out of range.
 */
export function limitsOf(given: Limits = {}): Required<Limits> {
  for (const [name, value] of Object.entries(given)) {
    const range = Object.hasOwn(RANGES, name) ? RANGES[name as keyof Limits] : undefined;
    if (!range)
      throw unusable(name, `there is no limit \`${name}\``, Object.keys(RANGES).join(", "));
    const [least, most] = range;
    if (value === undefined || (Number.isInteger(value) && value >= least && value <= most))
      continue;
    const message = `\`${name}\` is not a limit that can hold`;
    throw unusable(name, message, `a whole number from ${least} to ${most}`);
  }
  return { ...DEFAULT_LIMITS, ...definedIn(given) };
}

function definedIn(limits: Limits): Limits {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

function unusable(name: string, message: string, expected: string): ReconcileKitError {
  const help = `give ${expected}, or leave it out`;
  return new ReconcileKitError({
    ...failure("sandbox-limit", `/limits/${name}`, message, help),
    expected,
  });
}
