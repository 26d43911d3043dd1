// What to watch out for.

import type { Diagnostic } from "../../types.js";
import type { Style } from "./style.js";
import { wrap } from "./text.js";

const SEVERITIES = { error: "bad", warning: "warning", info: "faint" } as const;

/** Each finding with what to do about it. */
export function warningLines(findings: readonly Diagnostic[], style: Style): string[] {
  return findings.flatMap(({ code, severity, message, help }) => [
    `  ${style[SEVERITIES[severity]](severity)} ${style.strong(code)}`,
    wrap(message, "    "),
    ...(help ? [wrap(help, "    help: ")] : []),
  ]);
}
