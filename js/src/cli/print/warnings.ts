// What to watch out for.

import type { Diagnostic } from "../../types.js";
import type { Style } from "./style.js";
import { visible, wrap } from "./text.js";

const SEVERITIES = { error: "bad", warning: "warning", info: "faint" } as const;

/** Each finding with its place in the lambda, if it has one, and what to do about it. */
export function warningLines(
  findings: readonly Diagnostic[],
  lambdaFile: string | undefined,
  style: Style,
): string[] {
  return findings.flatMap((finding) => {
    const { code, severity, message, help } = finding;
    const place = placeOf(finding, lambdaFile);
    return [
      `  ${style[SEVERITIES[severity]](severity)} ${style.strong(code)}${place && `  ${place}`}`,
      wrap(message, "    "),
      ...(help ? [wrap(help, "    help: ")] : []),
    ];
  });
}

/** Only a lambda has lines: an outcome does not depend on how its scenario was laid out. */
function placeOf({ file, line, column }: Diagnostic, lambdaFile: string | undefined): string {
  const name = file && visible(lambdaFile ?? file);
  if (line == null) return name ?? "";
  return name ? `${name}:${line}:${column ?? 1}` : `line ${line} of the lambda`;
}
