/**
 * What runs lambdas. Texts go in and come out, so that an engine may live in the same thread or be another
 * process: `program`, `call` and `answer` are the core's JSON, described in `docs/sandbox.md`.
 */
export interface Engine {
  /** Takes a lambda. One that does not load says so in the answer to every call. */
  load(program: string): LoadedLambda;
}

/** A lambda that does not load, which it says in answer to every call. */
export function failing(answer: string): LoadedLambda {
  return { run: () => answer, global: () => "null", free: () => {} };
}

/** A lambda that an engine has taken. */
export interface LoadedLambda {
  /** Runs it once, as if nothing had run before, and answers what it left behind. It never throws. */
  run(call: string): string;
  /** The JSON text of a global of the lambda as its latest run left it; `null` where there is none. */
  global(name: string): string;
  /** Gives its memory back; it is not run again. */
  free(): void;
}
