// Keys that call commands, anywhere on the page.

import { type Command, commands } from "./commands.js";
import { isBoolean, remembered } from "./remembered.js";
import { targetOf } from "./shadow.js";

/** Whether single keys, such as `?`, call commands; somebody who dictates may not want that. */
export const areSingleKeysOn = remembered("single-keys", true, isBoolean);

/** The key that `Mod` stands for. */
export type Mod = "Control" | "Meta";

/** `Mod` on this device. */
export function modHere(): Mod {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? "Meta" : "Control";
}

/** What a key press has to be, to be a command's. */
type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether a key press is what `keys` says, such as `Mod+Shift+z` or `?`. */
export function isPress(press: Press, keys: string, mod: Mod): boolean {
  const { key, modifiers } = parts(keys);
  const wants = (name: string) => modifiers.includes(name);
  const isMod = mod === "Control" ? press.ctrlKey : press.metaKey;
  const isOther = mod === "Control" ? press.metaKey : press.ctrlKey;
  if (isMod !== wants("Mod") || isOther || press.altKey !== wants("Alt")) return false;
  // A sign such as `?` needs Shift on some keyboards and not on others.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && press.shiftKey !== wants("Shift")) return false;
  return latin(press).toLowerCase() === key.toLowerCase();
}

/** The key's Latin letter, on a keyboard that writes other ones. */
function latin({ key, code }: Press): string {
  const isOther = key.length === 1 && key.charCodeAt(0) > 127;
  return isOther && code.startsWith("Key") ? code.slice(3) : key;
}

function parts(keys: string): { key: string; modifiers: string[] } {
  const all = keys === "+" ? ["+"] : keys.split("+");
  return { key: all.at(-1) ?? "", modifiers: all.slice(0, -1) };
}

const NAMES: Record<string, readonly [mac: string, others: string]> = {
  Mod: ["⌘", "Ctrl"],
  Shift: ["⇧", "Shift"],
  Alt: ["⌥", "Alt"],
  Enter: ["↩", "Enter"],
  ArrowUp: ["↑", "↑"],
  ArrowDown: ["↓", "↓"],
  ArrowLeft: ["←", "←"],
  ArrowRight: ["→", "→"],
};

/** Keys as they are written on the keyboard: `Ctrl`, `K`. */
export function keyNames(keys: string, mod: Mod): readonly string[] {
  const { key, modifiers } = parts(keys);
  const name = (one: string) => NAMES[one]?.[mod === "Meta" ? 0 : 1] ?? one;
  return [...modifiers.map(name), key.length === 1 ? key.toUpperCase() : name(key)];
}

/** Whether an event is about something that is typed into. An editor hides what that is behind its host. */
export function isTyping(event: Event): boolean {
  const target = targetOf(event);
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input") && !target.matches("[type=checkbox], [type=radio], [type=button]");
}

/** The command that a key press calls, if there is one now. */
export function called(event: KeyboardEvent, all: readonly Command[], mod: Mod) {
  if (event.defaultPrevented || event.isComposing) return undefined;
  const isInText = isTyping(event);
  return all.find((command) => {
    const { keys, whileTyping = true, isEnabled } = command;
    if (!keys || !isPress(event, keys, mod)) return false;
    const isSingle = !keys.includes("Mod+") && !keys.includes("Alt+");
    if (isSingle && (isInText || !areSingleKeysOn.value)) return false;
    if (isInText && !whileTyping) return false;
    return isEnabled?.() ?? true;
  });
}

/** Lets keys call commands. Dialogs keep their keys to themselves. */
export function followKeys(): () => void {
  const mod = modHere();
  const press = (event: KeyboardEvent) => {
    const command = called(event, commands.value, mod);
    if (!command) return;
    event.preventDefault();
    command.run();
  };
  window.addEventListener("keydown", press);
  return () => window.removeEventListener("keydown", press);
}
