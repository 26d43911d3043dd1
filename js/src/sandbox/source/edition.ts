// What each GraalJS parses: acorn's editions, with what the engines have more or less than those.

import type { Options, Parser } from "acorn";
import { LimitedParser } from "../../limited-parser.js";

/** The versions of GraalJS that FusionAuth runs lambdas on. */
export type GraalJsVersion = "22.3.3" | "23.1.2" | "24.1.2";

/** How a version's texts are parsed. */
export interface Edition {
  readonly parser: typeof Parser;
  readonly options: Options;
}

type Method = (this: { options: { ecmaVersion: number } }, ...given: unknown[]) => unknown;

/** The edition in which acorn has groups of one name, modifiers, and options of `import()`. */
const GROUPS_OF_ONE_NAME = 16;

/** A parser that knows groups of one name in alternatives, which came with ES2025, and nothing else of that. */
const WithGroupsOfOneName: typeof Parser = LimitedParser.extend((Base) => {
  class Extended extends Base {}
  const inherited = Base.prototype as unknown as Record<string, Method>;
  const methods = Extended.prototype as unknown as Record<string, Method>;
  const parseAs = (name: string, edition: (usual: number) => number) => {
    const step = inherited[name];
    if (!step) throw new Error(`acorn's parser has no ${name}`);
    methods[name] = function (...given) {
      const before = this.options.ecmaVersion;
      this.options.ecmaVersion = edition(before);
      const result = step.apply(this, given);
      this.options.ecmaVersion = before;
      return result;
    };
  };
  parseAs("regexp_disjunction", () => GROUPS_OF_ONE_NAME);
  parseAs("regexp_groupSpecifier", () => GROUPS_OF_ONE_NAME);
  parseAs("regexp_eatUncapturingGroup", () => GROUPS_OF_ONE_NAME - 1);
  return Extended;
});

const SCRIPT = { sourceType: "script", allowHashBang: true } as const;

/** By version. tests/parity/syntax.json has what the engines themselves say. */
const EDITIONS: Readonly<Record<GraalJsVersion, Edition>> = {
  "22.3.3": { parser: LimitedParser, options: { ...SCRIPT, ecmaVersion: 13 } },
  // The flag `v` is parsed, and fails when it is met; it is ES2024.
  "23.1.2": { parser: WithGroupsOfOneName, options: { ...SCRIPT, ecmaVersion: 14 } },
  "24.1.2": { parser: WithGroupsOfOneName, options: { ...SCRIPT, ecmaVersion: 15 } },
};

/** How the texts of `version` are parsed: as the newest does, when it is one that is not known here. */
export function editionOf(version: string | undefined): Edition {
  return EDITIONS[version as GraalJsVersion] ?? EDITIONS["24.1.2"];
}
