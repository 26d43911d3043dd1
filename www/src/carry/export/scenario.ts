// The scenario as files that the command line reads.

import { compose } from "../../draft/compose.js";
import type { Draft } from "../../draft/draft.js";
import { pretty } from "../../draft/pretty.js";
import { baseName, type ExportFile } from "./files.js";

const SCHEMA = "./node_modules/reconcile-kit/schemas/scenario.schema.json";
/** What the scenario's file is called. */
export const SCENARIO = "login.scenario.json";
const LAMBDA = "reconcile.js";
const POLICY = "policy.json";

/** The scenario in one file. */
export function scenarioFile(draft: Draft, name = SCENARIO): ExportFile {
  const { text } = compose(draft);
  const rest = text.replace(/^\{\s*/, "");
  const separator = rest.startsWith("}") ? "" : ",";
  return { name, text: `${pretty(`{"$schema":${JSON.stringify(SCHEMA)}${separator}${rest}`)}` };
}

/** The scenario, with its lambda and its policy in files of their own. */
export function scenarioFiles(draft: Draft, name = SCENARIO): readonly ExportFile[] {
  const lambda = { ...draft.lambda, file: baseName(draft.lambda.file) || LAMBDA };
  const policy = { ...draft.policy, file: jsonName(draft.policy.file) };
  const files: ExportFile[] = [];
  if (lambda.used) files.push({ name: lambda.file, text: withEnd(lambda.body) });
  if (policy.used) files.push({ name: policy.file, text: withEnd(policy.text) });
  const scenario = {
    ...draft,
    lambda: lambda.used ? { ...lambda, body: "" } : draft.lambda,
    policy: policy.used ? { ...policy, text: "" } : draft.policy,
  };
  return [scenarioFile(scenario, name), ...files];
}

/** The policy is JSON here, whatever its file was. */
function jsonName(file: string): string {
  return file === "" ? POLICY : baseName(file).replace(/\.ya?ml$/i, ".json");
}

/** A text file ends with the end of a line. */
export function withEnd(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
