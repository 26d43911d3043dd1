// The realm's one function, which the host calls with texts and which answers with a text.
//
// This directory becomes one script, evaluated once in a fresh realm. Nothing of the host is in there:
// `console`, `fetch`, `Headers` and `FusionAuth` are functions of the realm itself, and what they answer
// came in as JSON text.

import { installActiveDirectory } from "./active-directory.js";
import { installConsole } from "./console.js";
import { failed, lastWords } from "./failure.js";
import { installFetch } from "./fetch.js";
import { showOriginals } from "./function-text.js";
import { installHeaders } from "./headers.js";
import { installJson } from "./json.js";
import { find, globalNamed, run, take } from "./program.js";
import { translateBy } from "./wording.js";

/** What the host asks for. */
export type Request = "take" | "refuse" | "find" | "run" | "stopped" | "global";

/** What the realm is told of the engine that it is in. */
export interface Settings {
  readonly engine: "quickjs" | "graaljs";
  /** The version of GraalJS that QuickJS simulates. */
  readonly version?: string;
  /** The name by which the text that QuickJS reads has an error translated. */
  readonly caught?: string;
}

/** Asks the host something. JSON text goes out, JSON text comes back. */
export type Ask = (question: string) => string;

/** The realm's function, which the host keeps. */
type Answer = (request: Request, text: string, thrown: unknown) => string;

/** Gives what makes the realm to the script around this one, and so to the host, which calls it once. */
declare function expose(begin: (ask: Ask, settings: string) => Answer): void;

expose((ask, text) => {
  const settings = JSON.parse(text) as Settings;
  if (settings.engine === "quickjs") speakAsGraalJs(ask, settings);
  installConsole();
  installFetch();
  installHeaders();
  installActiveDirectory();
  return answer;
});

/** Gives QuickJS's errors GraalJS's words. */
function speakAsGraalJs(ask: Ask, { version = "24.1.2", caught }: Settings): void {
  installJson(version);
  if (caught === undefined) return;
  translateBy(ask, caught);
  showOriginals(ask, caught);
}

function answer(request: Request, text: string, thrown: unknown): string {
  switch (request) {
    case "take":
      return take(text);
    case "refuse":
      return failed("load", thrown);
    case "find":
      return find();
    case "run":
      return run(text);
    case "stopped":
      return lastWords(thrown);
    case "global":
      return globalNamed(text);
  }
}
