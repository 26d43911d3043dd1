// The commands of all areas. An area has them in a file of that name, and nothing else has to know.

import { addCommands, type Command } from "../../app/commands.js";

const areas = import.meta.glob<{ readonly commands: readonly Command[] }>("../**/commands.ts", {
  eager: true,
});

/** Makes every area's commands known. */
export function collectCommands(): void {
  for (const { commands } of Object.values(areas)) addCommands(commands);
}
