// What forms offer, read from the published JSON Schema, so that there is one place that says it.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const NAME = "virtual:reference";
const SCHEMA = fileURLToPath(new URL("../../schemas/scenario.schema.json", import.meta.url));

/** The virtual module `virtual:reference`: linking strategies, assumptions and versions. */
export function reference(): Plugin {
  return {
    name: "reference",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const { $defs, properties } = JSON.parse(readFileSync(SCHEMA, "utf8"));
      const strategies = $defs.LinkingStrategy.oneOf
        .map((option: { const: string; description: string }) => ({
          name: option.const,
          words: option.description,
        }))
        .filter(({ name }: { name: string }) => name !== "Unsupported");
      const assumptions = Object.entries(properties.assumptions.properties).map(([id, about]) => ({
        id,
        ...choices(about as Choice),
      }));
      const versions = properties.fusionauth.examples;
      return `export default ${JSON.stringify({ strategies, assumptions, versions })}`;
    },
  };
}

interface Choice {
  readonly description: string;
  readonly default: string;
  readonly enum: readonly string[];
}

function choices(about: Choice) {
  return { why: about.description, standard: about.default, values: about.enum };
}
