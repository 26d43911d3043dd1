import type { Diagnostic } from "reconcile-kit";

const SEVERITY = { error: "Error", warning: "Warning", info: "Note" } as const;

interface Props {
  readonly findings: readonly Diagnostic[];
  /** What they are in, for screen readers. */
  readonly label: string;
}

/** What the core found in a piece, in its own words. */
export function FindingList({ findings, label }: Props) {
  if (findings.length === 0) return null;
  return (
    <ul class="finding-list" aria-label={`Findings in ${label}`}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.path} ${finding.line}`} class={finding.severity}>
          <strong>{SEVERITY[finding.severity]}</strong>{" "}
          {finding.line != null && <span class="where">line {finding.line}: </span>}
          {finding.message}
          {finding.help !== "" && <span class="hint">. To do: {finding.help}</span>}
        </li>
      ))}
    </ul>
  );
}
