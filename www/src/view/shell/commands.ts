import { canRedo, canUndo, redo, undo } from "../../app/actions.js";
import type { Command } from "../../app/commands.js";
import { areSingleKeysOn } from "../../app/keys.js";
import { isGuideShown, type Overlay, overlay, SPLIT, setSplit } from "../../app/layout.js";
import { THEMES, theme } from "../../app/theme.js";
import { goTo } from "./focus.js";

function shows(what: Overlay): () => void {
  return () => {
    overlay.value = what;
  };
}

const themes: readonly Command[] = THEMES.map((name) => ({
  id: `theme.${name}`,
  title: name === "system" ? "Use the device's theme" : `Use the ${name} theme`,
  group: "View",
  isEnabled: () => theme.value !== name,
  run: () => {
    theme.value = name;
  },
}));

/** What the frame can do. */
export const commands: readonly Command[] = [
  {
    id: "palette",
    title: "Find a command or an example",
    group: "Go to",
    keys: "Mod+k",
    run: shows("palette"),
  },
  {
    id: "examples",
    title: "Open an example",
    group: "Scenario",
    keys: "e",
    run: shows("examples"),
  },
  {
    id: "go.input",
    title: "Go to what goes in",
    group: "Go to",
    keys: "i",
    run: () => goTo("input"),
  },
  {
    id: "go.outcome",
    title: "Go to the outcome",
    group: "Go to",
    keys: "o",
    run: () => goTo("outcome"),
  },
  {
    id: "undo",
    title: "Undo",
    group: "Edit",
    keys: "Mod+z",
    whileTyping: false,
    isEnabled: () => canUndo.value,
    run: undo,
  },
  {
    id: "redo",
    title: "Redo",
    group: "Edit",
    keys: "Mod+Shift+z",
    whileTyping: false,
    isEnabled: () => canRedo.value,
    run: redo,
  },
  ...themes,
  {
    id: "panes.reset",
    title: "Give both panes their usual width",
    group: "View",
    run: () => setSplit(SPLIT.standard),
  },
  {
    id: "keys.single",
    title: "Switch single keys on or off",
    group: "View",
    run: () => {
      areSingleKeysOn.value = !areSingleKeysOn.value;
    },
  },
  {
    id: "guide",
    title: "Show the first steps",
    group: "Help",
    isEnabled: () => !isGuideShown.value,
    run: () => {
      isGuideShown.value = true;
    },
  },
  { id: "help", title: "Help, keys and words", group: "Help", keys: "?", run: shows("help") },
];
