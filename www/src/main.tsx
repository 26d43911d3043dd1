// Starts the page: the scenario that is open first, then the simulator, then the views.

import first from "virtual:first-example";
import { effect } from "@preact/signals";
import { render } from "preact";
import { followKeys } from "./app/keys.js";
import { followTabs } from "./app/layout.js";
import { follow } from "./app/preview.js";
import { askVersions } from "./app/status.js";
import { draft } from "./app/store.js";
import { followTheme } from "./app/theme.js";
import { remember, restore } from "./carry/storage.js";
import { decompose } from "./draft/decompose.js";
import { BLANK, type Draft } from "./draft/draft.js";
import { isShown } from "./kit/stage.js";
import { loadLazy } from "./view/parts/Lazy.js";
import { App } from "./view/shell/App.js";
import { collectCommands } from "./view/shell/collect.js";

/** What is open first: what a link says, else what was edited last, else the first example. */
async function opened(): Promise<Draft> {
  return (await restore()) ?? decompose(first.text) ?? BLANK;
}

async function start(root: HTMLElement): Promise<void> {
  followTheme();
  draft.value = await opened();
  remember();
  follow();
  collectCommands();
  followTabs();
  followKeys();
  render(<App />, root);
  void askVersions();
  effect(() => {
    if (isShown.value) loadLazy();
  });
}

const root = document.getElementById("app");
if (root) void start(root);
