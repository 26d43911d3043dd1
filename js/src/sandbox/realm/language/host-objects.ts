// What GraalJS has beside the language: `print`, `load`, `Graal`, and the arguments of a program that has none.

import { ErrorOf, evaluate, indexOf, own, realm, TypeErrorOf, textOf } from "../primordials.js";
import { shaped, supply } from "./supply.js";

/** The edition of the language that each version of GraalJS reads. */
const EDITIONS: Readonly<Record<string, number>> = {
  "22.3.3": 2022,
  "23.1.2": 2023,
  "24.1.2": 2024,
};

/** Without access to files and addresses, only a text that is given can be loaded. */
function load(source: unknown): unknown {
  if (typeof source === "object" && source !== null) {
    const script = own(source, "script");
    if (typeof script === "string") return evaluate(script);
  }
  const name = textOf(source);
  if (indexOf(name, "http:") === 0 || indexOf(name, "https:") === 0) {
    throw new TypeErrorOf(`Cannot load script: ${name}`);
  }
  throw new ErrorOf(`Operation is not allowed for: ${name}`);
}

/** Puts them into the realm of `version`. */
export function installHostObjects(version: string): void {
  const functions = {
    load(source: unknown) {
      return load(source);
    },
    loadWithNewGlobal(source: unknown) {
      return load(source);
    },
    // Where FusionAuth's standard output goes is not to be seen.
    print() {},
    printErr() {},
  };
  const given: unknown[] = [];
  Object.defineProperty(given, "length", { value: 0 });
  const graal = {};
  const isGraalRuntime = shaped(() => false, "isGraalRuntime", 0);
  const constants = {
    language: "JavaScript",
    versionGraalVM: "snapshot",
    versionECMAScript: EDITIONS[version],
    isGraalRuntime,
  };
  for (const [key, value] of Object.entries(constants)) {
    Object.defineProperty(graal, key, { value, enumerable: true });
  }
  supply(realm, functions, { load: 1, loadWithNewGlobal: 1, print: 1, printErr: 1 });
  supply(realm, { Graal: graal, arguments: given });
}
