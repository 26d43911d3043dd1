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
import { installHostClock } from "./host-clock.js";
import { installIntl } from "./intl/install.js";
import { installJson } from "./json.js";
import { installAtomics } from "./language/atomics.js";
import { installDateTexts } from "./language/dates.js";
import { installErrors } from "./language/errors.js";
import { installHostObjects } from "./language/host-objects.js";
import { installFunctionText } from "./language/native-code.js";
import { installOlder } from "./language/older.js";
import { installPowers } from "./language/powers.js";
import { installRegExpStatics } from "./language/regexp-statics.js";
import { correct, type Lacking, takeAway } from "./language/shape.js";
import { installSort } from "./language/sort.js";
import { parse } from "./primordials.js";
import { find, globalNamed, run, take, tell } from "./program.js";
import { tellAtOnce } from "./told.js";
import { translateBy } from "./wording.js";

/** What the host asks for. */
export type Request = "take" | "refuse" | "find" | "run" | "tell" | "stopped" | "global";

/** What the realm is told of the engine that it is in. */
export type Settings = { readonly engine: "graaljs" } | OfQuickJs;

/** What makes QuickJS like GraalJS. */
interface OfQuickJs {
  readonly engine: "quickjs";
  /** The version of GraalJS that is simulated, and what it lacks. */
  readonly version: string;
  readonly lacking: Lacking;
  /** The name by which the text that QuickJS reads has an error translated. */
  readonly caught: string;
}

/** Asks the host something. JSON text goes out, JSON text comes back. */
export type Ask = (question: string) => string;

/** The realm's function, which the host keeps. */
type Answer = (request: Request, text: string, thrown: unknown) => string;

/** Gives what makes the realm to the script around this one, and so to the host, which calls it once. */
declare function expose(begin: (ask: Ask, settings: string) => Answer): void;

expose((ask, text) => {
  const settings = parse(text) as Settings;
  if (settings.engine === "quickjs") becomeGraalJs(ask, settings);
  else {
    installHostClock();
    tellAtOnce(ask);
  }
  installConsole();
  installFetch();
  installHeaders();
  installActiveDirectory();
  return answer;
});

/** Gives QuickJS what that version of GraalJS has, and takes from it what that version lacks. */
function becomeGraalJs(ask: Ask, { version, lacking, caught }: OfQuickJs): void {
  installErrors();
  installHostObjects(version);
  installIntl(ask, version);
  installRegExpStatics();
  if (version === "22.3.3") installOlder();
  installPowers();
  installAtomics();
  installDateTexts();
  installSort();
  installJson(version);
  correct();
  installFunctionText();
  translateBy(ask, caught);
  showOriginals(ask, caught);
  takeAway(lacking);
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
    case "tell":
      return tell();
    case "stopped":
      return lastWords(thrown);
    case "global":
      return globalNamed(text);
  }
}
