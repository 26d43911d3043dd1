// `JSON.parse` with GraalJS's words for what is no JSON. A text that is costs nothing more than the call.

import { faultIn } from "./json-fault.js";
import { apply, install, SyntaxErrorOf, textOf } from "./primordials.js";

/** Gives `JSON.parse` the words of GraalJS `version`. */
export function installJson(version: string): void {
  const { parse: native } = JSON;
  const { parse } = {
    parse(text: unknown, _reviver?: unknown): unknown {
      try {
        // biome-ignore lint/complexity/noArguments: how many were given makes no difference to the engine
        return apply(native as never, JSON, arguments as never);
      } catch (error) {
        const isWord = typeof text === "string" || typeof text !== "symbol";
        const fault = isWord ? faultIn(wordOf(text), version === "24.1.2") : undefined;
        if (fault === undefined) throw error;
        throw new SyntaxErrorOf(fault);
      }
    },
  };
  install(JSON, "parse", parse);
}

function wordOf(text: unknown): string {
  return typeof text === "string" ? text : textOf(text);
}
