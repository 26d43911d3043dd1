// What the engine of the simulated version reads, and what FusionAuth promises that it reads.

import { isAtLeast, versionWith } from "../engine.js";
import type { Engine, LambdaFacts } from "../facts.js";
import { type Feature, featuresOf } from "../features.js";
import type { Finding, Rule, Severity } from "../rule.js";

/** The edition that FusionAuth's documentation promises. */
const PROMISED = 2021;

/** Speaks of each kind of newer syntax once. */
export const lambdaNewerSyntax: Rule = {
  id: "lambda-newer-syntax",
  *find({ tree, facts }) {
    const { engine } = facts;
    const said = new Set<string>();
    for (const { feature, node } of featuresOf(tree)) {
      const severity = severityOf(feature, engine);
      if (!severity || said.has(feature.name)) continue;
      said.add(feature.name);
      yield { severity, at: node, ...words(feature, severity, facts) };
    }
  },
};

function severityOf({ edition, engine: needed }: Feature, engine: Engine): Severity | undefined {
  if (engine.readsOnlyEs5) return "error";
  if (needed && !isAtLeast(engine, needed)) return "error";
  return edition > PROMISED ? "info" : undefined;
}

function words(
  { name, edition, engine: needed }: Feature,
  severity: Severity,
  { version, engine, engines }: LambdaFacts,
): Pick<Finding, "message" | "help"> {
  if (severity === "info") {
    return {
      message: `this lambda uses ${name}, which is ES${edition}; FusionAuth promises ES${PROMISED}`,
      help: `it works in ${engine.name}, which FusionAuth ${version} runs; write it the older way to be sure`,
    };
  }
  const reads = engine.readsOnlyEs5 ? "reads ES5.1 only" : "cannot read that";
  const reader = engine.readsOnlyEs5 ? undefined : needed && versionWith(engines, needed);
  const since = reader ? `; FusionAuth ${reader} reads it` : "";
  return {
    message: `this lambda uses ${name}, and ${engine.name}, which FusionAuth ${version} runs, ${reads}${since}`,
    help: "write it the older way; FusionAuth does not load a lambda that does not compile",
  };
}
