import type { Diagnostic } from "reconcile-kit";

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
          <strong>{severity}</strong>: {message}. <span>{help}</span>
        </li>
      ))}
    </ul>
  );
}

/** How many findings there are, in words. */
export function FindingCount({ findings }: { readonly findings: readonly Diagnostic[] }) {
  const count = (severity: Diagnostic["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const number = count(severity);
    if (number === 0) return [];
    return [`${number} ${severity === "info" ? "hint" : severity}${number === 1 ? "" : "s"}`];
  });
  const words = parts.length === 0 ? "Nothing found" : parts.join(", ");
  return (
    <p class="mapping-count" role="status" aria-live="polite">
      {words}
      {parts.length > 0 && <span> · F8 goes to the next one</span>}
    </p>
  );
}
