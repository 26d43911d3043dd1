// YAML as JSON text. The reader is loaded when the first YAML comes in.

import type { Document } from "yaml";

/** Aliases that are followed. A document that repeats itself more often means harm. */
const ALIASES = 100;

/** The JSON of a YAML text, or why there is none. */
export async function jsonOfYaml(text: string): Promise<string | { readonly why: string }> {
  const { parseDocument } = await import("yaml");
  let document: Document;
  try {
    document = parseDocument(text, { intAsBigInt: true, prettyErrors: true });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) return { why: firstLine(problem.message) };
    return written(document.toJS({ maxAliasCount: ALIASES }));
  } catch (error) {
    return { why: error instanceof Error ? firstLine(error.message) : String(error) };
  }
}

function firstLine(message: string): string {
  return message.split("\n")[0]?.replace(/:$/, "") ?? message;
}

/** JSON in which whole numbers keep their digits. */
function written(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}:${written(one)}`,
  );
  return `{${members.join(",")}}`;
}
