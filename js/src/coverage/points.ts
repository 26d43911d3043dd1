// What is counted in a lambda. Counters are numbered; a count is how often its place was reached.

/** A statement, and where it begins. */
export interface StatementPoint {
  readonly line: number;
  readonly counter: number;
}

/** A function. */
export interface FunctionPoint {
  readonly name: string;
  readonly line: number;
  readonly counter: number;
}

/** A place from which it goes on in several ways. */
export interface BranchPoint {
  readonly line: number;
  readonly arms: readonly Arm[];
}

/** One way to go on: as often as `counter` says, less what `without` says. */
export interface Arm {
  readonly counter: number;
  readonly without?: number;
}

/** Everything that is counted in a lambda. */
export interface Points {
  readonly statements: readonly StatementPoint[];
  readonly functions: readonly FunctionPoint[];
  readonly branches: readonly BranchPoint[];
  /** How many counters there are. */
  readonly counters: number;
}
