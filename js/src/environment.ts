// Where the core finds its module. Each entry of the package says it for the hosts that the entry is for, so that
// everything behind the entries is one code for all of them.

/** How a host finds the module. */
export interface Environment {
  /** Where the module is, for hosts that fetch it. */
  readonly address?: URL;
  /** Gives it, where that can be done without waiting. */
  readonly read?: () => BufferSource | WebAssembly.Module;
}

let current: Environment = {};
let isChosen = false;

/** The environment that the program's entries have. */
export function environment(): Environment {
  return current;
}

/** What an entry of the package brings. Entries of one program agree, except where one {@link choose}s. */
export function offer(brought: Environment): void {
  if (!isChosen) current = brought;
}

/** What an entry brings that somebody imports for the very way in which it finds the module. */
export function choose(brought: Environment): void {
  current = brought;
  isChosen = true;
}
