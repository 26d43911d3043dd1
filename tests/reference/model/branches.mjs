// Which branches of the model a run went through. A branch that no login met is a row that nobody compared.

const met = new Map();

/** Counts a branch. Runs for alternatives of assumptions do not count. */
export function meet(branch) {
  if (!silent) met.set(branch, (met.get(branch) ?? 0) + 1);
}

let silent = false;

/** Runs `work` without counting. */
export function quietly(work) {
  const before = silent;
  silent = true;
  try {
    return work();
  } finally {
    silent = before;
  }
}

/** How often each branch was met. */
export function branchesMet() {
  return met;
}
