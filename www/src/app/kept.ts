// Texts that the browser keeps for the page. A browser may refuse to keep anything: then the page works without.

/** Every key of the page's own begins like this. */
const PREFIX = "reconcile-kit.";

function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** What is kept under a name. */
export function kept(name: string): string | undefined {
  try {
    return storage()?.getItem(PREFIX + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text; `false` where the browser does not, because it is full or keeps nothing. */
export function keep(name: string, text: string): boolean {
  try {
    const cells = storage();
    cells?.setItem(PREFIX + name, text);
    return cells !== undefined;
  } catch {
    return false;
  }
}

/** Drops what is kept under a name. */
export function drop(name: string): void {
  try {
    storage()?.removeItem(PREFIX + name);
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** Drops everything that the page keeps, also what other parts of it keep. */
export function dropAll(): void {
  try {
    const cells = storage();
    if (!cells) return;
    const keys = Array.from({ length: cells.length }, (_, index) => cells.key(index));
    for (const key of keys) if (key?.startsWith(PREFIX)) cells.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}
