// The two mappings that are compared: that of the draft, and another.

import { effect, signal } from "@preact/signals";
import { draft } from "../../../app/store.js";
import { decompose } from "../../../draft/decompose.js";
import { BLANK, type Draft } from "../../../draft/draft.js";
import { ask } from "../../../kit/client.js";

/** What maps claims in a scenario. */
export type Mapping = Pick<Draft, "policy" | "lambda">;

/** Which other mapping it is. */
export type Other =
  | { readonly kind: "opened" }
  | { readonly kind: "exported" }
  | { readonly kind: "pasted" }
  | { readonly kind: "example"; readonly name: string };

/** The other mapping. */
export const other = signal<Other>({ kind: "opened" });
/** What was pasted for it. */
export const pasted = signal("");
/** The mapping of the draft as it was when the scenario was opened, or was kept since. */
export const kept = signal<Mapping>(mappingOf(draft.peek()));

/** The part of a draft that maps claims. */
export function mappingOf({ policy, lambda }: Draft): Mapping {
  return { policy, lambda };
}

let others = draft.peek().other;
effect(() => {
  const { other: unknownKeys } = draft.value;
  // Nobody edits the keys that no scenario has: where they are others, the whole scenario is.
  if (unknownKeys === others) return;
  others = unknownKeys;
  kept.value = mappingOf(draft.value);
});

/** An example's mapping. */
export interface ExampleMapping {
  readonly name: string;
  readonly mapping: Mapping;
}

/** The examples' mappings, each once; empty until they are loaded. */
export const exampleMappings = signal<readonly ExampleMapping[]>([]);

/** Loads the examples. */
export async function loadExamples(): Promise<void> {
  if (exampleMappings.value.length > 0) return;
  const { default: examples } = await import("virtual:examples");
  const byName = new Map<string, Mapping>();
  for (const { path, text } of examples) {
    const whole = decompose(text);
    if (whole?.policy.used || whole?.lambda.used) byName.set(nameOf(path), mappingOf(whole));
  }
  exampleMappings.value = [...byName].map(([name, mapping]) => ({ name, mapping }));
}

/** The directory's scenarios share a mapping, except that each type has a file of its own. */
function nameOf(path: string): string {
  return path.startsWith("types/") ? path.replace(/\..*$/, "") : path.replace(/\/[^/]*$/, "");
}

/** A pasted text: a policy is a JSON object, and a lambda is not. */
export function mappingFrom(text: string): Mapping {
  if (text.trim() === "") return mappingOf(BLANK);
  return text.trim().startsWith("{")
    ? { ...mappingOf(BLANK), policy: { used: true, text, file: "" } }
    : { ...mappingOf(BLANK), lambda: { ...BLANK.lambda, used: true, body: text } };
}

/**
 * The other mapping.
 *
 * @throws {KitRefusal} when the draft's policy cannot be exported.
 */
export async function otherMapping(of: Draft, which: Other): Promise<Mapping> {
  switch (which.kind) {
    case "opened":
      return kept.value;
    case "pasted":
      return mappingFrom(pasted.value);
    case "example":
      await loadExamples();
      return (
        exampleMappings.value.find(({ name }) => name === which.name)?.mapping ?? mappingOf(BLANK)
      );
    case "exported": {
      const { text } = await ask("exportPolicy", { policy: of.policy.text, form: "lambda" });
      return { ...mappingOf(BLANK), lambda: { ...BLANK.lambda, used: true, body: text } };
    }
  }
}

/** What kind of mapping it is, in words. */
export function wordsFor({ policy, lambda }: Mapping): string {
  if (policy.used && lambda.used) return "a policy and a lambda";
  if (policy.used) return "a policy";
  return lambda.used ? "a lambda" : "no mapping";
}

/** Whether it is a policy and nothing else, of which the core can reason. */
export function isPolicyOnly({ policy, lambda }: Mapping): boolean {
  return policy.used && !lambda.used;
}

/** Everything in it as one text, for a comparison line by line. */
export function textOf({ policy, lambda }: Mapping): string {
  const texts = [policy.used ? policy.text : "", lambda.used ? lambda.body : ""];
  return texts.filter((text) => text !== "").join("\n");
}
