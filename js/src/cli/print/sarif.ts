// Findings as SARIF 2.1.0, which code hosts show beside the lines.

import type { Diagnostic } from "../../types.js";

/** A finding and the file it is about. */
export type FileFinding = Diagnostic & { readonly file: string };

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** The log of one run of `check`. */
export function sarifOf(findings: readonly FileFinding[], version: string): object {
  const rules = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "reconcile-kit", version, rules: rules.map((id) => ({ id })) } },
        results: findings.map(resultOf),
      },
    ],
  };
}

function resultOf(finding: FileFinding): object {
  const { line, column } = finding;
  const region =
    line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  return {
    ruleId: finding.code,
    level: LEVELS[finding.severity],
    message: { text: finding.help ? `${finding.message}; ${finding.help}` : finding.message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(finding.file) }, ...region },
        logicalLocations: [{ fullyQualifiedName: finding.path }],
      },
    ],
  };
}

/** A relative path as SARIF wants it: with slashes, and escaped as in a URL. */
function uriOf(file: string): string {
  return file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
