// Starts the page: what was edited last time or the first example, then the simulator, then the views.

import examples from "virtual:examples";
import { render } from "preact";
import { follow } from "./app/preview.js";
import { draft } from "./app/store.js";
import { remember, restore } from "./carry/storage.js";
import { decompose } from "./draft/decompose.js";
import { BLANK } from "./draft/draft.js";
import { App } from "./view/shell/App.js";

const first = examples.find(({ path }) => path === "cognito/first-login.json");
draft.value = (await restore()) ?? decompose(first?.text ?? "{}") ?? BLANK;
remember();
follow();
const root = document.getElementById("app");
if (root) render(<App />, root);
