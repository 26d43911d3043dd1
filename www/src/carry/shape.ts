// Whether something read from a link or from storage is a draft. Both are written by others, or by older pages.

import { type Draft, type LambdaDraft, type PolicyDraft, SECTIONS } from "../draft/draft.js";

/** More logins than anybody types. */
const MOST_LOGINS = 1000;

/** The draft that `value` is; `undefined` where it is none. */
export function draftOf(value: unknown): Draft | undefined {
  if (!isObject(value)) return undefined;
  const { name, fusionauth, now, several } = value;
  const sections = sectionsOf(value.sections);
  const logins = loginsOf(value.logins);
  const lambda = lambdaOf(value.lambda);
  const policy = policyOf(value.policy);
  const other = textsOf(value.other);
  if (!isText(name) || !isText(fusionauth) || !isText(now) || typeof several !== "boolean") {
    return undefined;
  }
  if (!sections || !logins || !lambda || !policy || !other) return undefined;
  return { name, fusionauth, now, sections, logins, several, lambda, policy, other };
}

/** A section that an older page did not know is one that the scenario does not have. */
function sectionsOf(value: unknown): Draft["sections"] | undefined {
  if (!isObject(value)) return undefined;
  const pairs = SECTIONS.map((section) => [section, own(value, section) ?? ""] as const);
  if (!pairs.every(([, text]) => isText(text))) return undefined;
  return Object.fromEntries(pairs) as Draft["sections"];
}

function loginsOf(value: unknown): Draft["logins"] | undefined {
  if (!Array.isArray(value) || value.length > MOST_LOGINS || !value.every(isText)) return undefined;
  const [first, ...rest] = value;
  return first === undefined ? undefined : [first, ...rest];
}

function lambdaOf(value: unknown): LambdaDraft | undefined {
  if (!isObject(value)) return undefined;
  const { used, body, debug, file } = value;
  const other = furtherOf(value.other);
  if (typeof used !== "boolean" || typeof debug !== "boolean") return undefined;
  if (!isText(body) || !isText(file) || !other) return undefined;
  return { used, body, debug, file, ...other };
}

function policyOf(value: unknown): PolicyDraft | undefined {
  if (!isObject(value)) return undefined;
  const { used, text, file } = value;
  const other = furtherOf(value.other);
  if (typeof used !== "boolean" || !isText(text) || !isText(file) || !other) return undefined;
  return { used, text, file, ...other };
}

function furtherOf(value: unknown): { other?: Record<string, string> } | undefined {
  if (value === undefined) return {};
  const other = textsOf(value);
  return other && { other };
}

function textsOf(value: unknown): Record<string, string> | undefined {
  if (!isObject(value)) return undefined;
  const pairs = Object.entries(value);
  return pairs.every((pair): pair is [string, string] => isText(pair[1]))
    ? Object.fromEntries(pairs)
    : undefined;
}

function own(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
