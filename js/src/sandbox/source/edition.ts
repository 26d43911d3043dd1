// What each GraalJS parses: acorn's editions, with what the engines have more or less than those.

import type { AnyNode, Options, Parser } from "acorn";
import { type GraalJsVersion, NEWEST } from "../../engines/versions.js";
import { LimitedParser } from "../../limited-parser.js";

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

/** What acorn's parser has, which its declarations leave out. */
interface Internal {
  readonly input: string;
  readonly start: number;
  raise(offset: number, message: string): never;
}

/** A parser that forgets, as GraalJS did before 23, that `((a) || b)` is in brackets when it is beside `??`. */
const WithForgottenBrackets: typeof Parser = LimitedParser.extend((Base) => {
  class Extended extends Base {}
  const inherited = Base.prototype as unknown as Record<string, Method>;
  const methods = Extended.prototype as unknown as Record<string, Method>;
  const build = inherited.buildBinary;
  if (!build) throw new Error("acorn's parser has no buildBinary");
  methods.buildBinary = function (...given) {
    const [, , left, right, operator] = given;
    const { input, start, raise } = this as unknown as Internal;
    const isForgotten = (node: AnyNode) =>
      node.type === "LogicalExpression" && node.operator !== "??" && input[node.start] === "(";
    if (operator === "??" && ([left, right] as AnyNode[]).some(isForgotten)) {
      raise.call(
        this,
        start,
        "`??` cannot stand beside `||` or `&&` in brackets that begin with another one",
      );
    }
    return build.apply(this, given);
  };
  return Extended;
});

const SCRIPT = { sourceType: "script", allowHashBang: true } as const;

/** By version. tests/parity/syntax.json has what the engines themselves say. */
const EDITIONS: Readonly<Record<GraalJsVersion, Edition>> = {
  "22.3.3": { parser: WithForgottenBrackets, options: { ...SCRIPT, ecmaVersion: 13 } },
  // The flag `v` is parsed, and fails when it is met; it is ES2024.
  "23.1.2": { parser: WithGroupsOfOneName, options: { ...SCRIPT, ecmaVersion: 14 } },
  "24.1.2": { parser: WithGroupsOfOneName, options: { ...SCRIPT, ecmaVersion: 15 } },
};

/** How the texts of `version` are parsed: as the newest does, when it is one that is not known here. */
export function editionOf(version: string | undefined): Edition {
  return EDITIONS[version as GraalJsVersion] ?? EDITIONS[NEWEST];
}
