// What can be done on the page, by name: the palette lists it, keys call it, the help sheet explains it.

import { signal } from "@preact/signals";

/** Something that can be done. */
export interface Command {
  /** Such as `share.link`. */
  readonly id: string;
  /** In the imperative: `Copy a link to this scenario`. */
  readonly title: string;
  /** Where the palette lists it. */
  readonly group: "Go to" | "Scenario" | "Edit" | "Share" | "View" | "Help";
  /** As `event.key` writes them, joined by `+`: `Mod+k`; `Mod` is Ctrl, or Command on a Mac. */
  readonly keys?: string;
  /**
   * Whether the keys work while something is being typed; yes, where absent. Keys without `Mod` or `Alt` never do.
   * What an editor does itself, such as undoing, says `false`.
   */
  readonly whileTyping?: boolean;
  /** Whether it can be done now; always, where absent. */
  readonly isEnabled?: () => boolean;
  run(): void;
}

/** All of them, in the order in which they were added. */
export const commands = signal<readonly Command[]>([]);

/** Adds commands; a later one with the same id takes an earlier one's place. */
export function addCommands(added: readonly Command[]): void {
  const ids = new Set(added.map(({ id }) => id));
  commands.value = [...commands.value.filter(({ id }) => !ids.has(id)), ...added];
}
