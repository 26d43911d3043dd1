// Watches directories, each for itself: watching a whole tree is not the same on every system.

import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../exit.js";

/** Directories in which no scenario is looked for. */
const IGNORED = new Set(["node_modules", "dist", "target"]);

/** `directory` and every directory below it in which scenarios are looked for. */
export function directoriesBelow(directory: string): string[] {
  const found = [directory];
  for (const parent of found) {
    for (const entry of entriesOf(parent)) {
      const isSearched = !IGNORED.has(entry.name) && !entry.name.startsWith(".");
      if (entry.isDirectory() && isSearched) found.push(join(parent, entry.name));
    }
  }
  return found;
}

function entriesOf(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    // It went away, or may not be read; then there is nothing to find in it.
    return [];
  }
}

/** Which directory a path names, so that one that was made anew is noticed. */
function identityOf(directory: string): string | undefined {
  const kind = statSync(directory, { throwIfNoEntry: false });
  return kind?.isDirectory() ? `${kind.dev}:${kind.ino}` : undefined;
}

/** Directories that are watched. */
export class Directories {
  readonly #changed: () => void;
  readonly #watched = new Map<string, { readonly identity: string; readonly watcher: FSWatcher }>();

  /** @param changed Is called whenever something in one of them changes. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /**
   * Watches these directories and no others. The answer is whether one of them was not watched before.
   *
   * @throws {UsageError} when the system cannot watch as many.
   */
  watch(directories: readonly string[]): boolean {
    const wanted = new Set(directories);
    for (const [directory, { identity, watcher }] of this.#watched) {
      if (wanted.has(directory) && identityOf(directory) === identity) continue;
      watcher.close();
      this.#watched.delete(directory);
    }
    return [...wanted].filter((directory) => this.#add(directory)).length > 0;
  }

  #add(directory: string): boolean {
    const identity = identityOf(directory);
    if (identity === undefined || this.#watched.has(directory)) return false;
    try {
      const watcher = watch(directory, () => this.#changed());
      // A directory that goes away is an error on some systems; whoever looks next will see.
      watcher.on("error", () => this.#changed());
      this.#watched.set(directory, { identity, watcher });
      return true;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "ENOENT") return false;
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError(
        `\`${directory}\` cannot be watched: ${reason}`,
        "name fewer directories, or allow more watches (on Linux `fs.inotify.max_user_watches`)",
      );
    }
  }

  /** Watches nothing any more. */
  close(): void {
    this.watch([]);
  }
}
