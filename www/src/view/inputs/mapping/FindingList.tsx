import type { Diagnostic } from "reconcile-kit";
import { editorOf } from "../../../editor/active.js";
import { Words } from "./Words.js";

/** Findings as a list, for those that have no place in a text that is shown. */
export function Findings({
  label,
  findings,
}: {
  readonly label: string;
  readonly findings: readonly Diagnostic[];
}) {
  if (findings.length === 0) return null;
  return (
    <ul class="mapping-findings" aria-label={label}>
      {findings.map(({ code, severity, message, help, path }) => (
        <li key={`${code} ${path}`} class={severity}>
          <strong>{severity}</strong>: <Words text={message} /> <Words text={help} />
        </li>
      ))}
    </ul>
  );
}

interface CountProps {
  /** The piece whose editor shows them. */
  readonly piece: string;
  readonly findings: readonly Diagnostic[];
}

/** How many findings there are, in words, and the way to the next one. */
export function FindingCount({ piece, findings }: CountProps) {
  const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    if (number === 0) return [];
    return [`${number} ${severity === "info" ? "hint" : severity}${number === 1 ? "" : "s"}`];
  });
  return (
    <div class="mapping-count">
      <p role="status">{parts.length === 0 ? "Nothing found" : parts.join(", ")}</p>
      {parts.length > 0 && (
        <button type="button" onClick={() => editorOf(piece)?.nextFinding()}>
          Next finding
        </button>
      )}
    </div>
  );
}
