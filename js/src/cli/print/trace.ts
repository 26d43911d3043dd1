// Why it came out as it did, step by step.

import type { Outcome } from "../../types.js";
import type { Style } from "./style.js";
import { wrap } from "./text.js";

/** Each step with what it rests on. */
export function traceLines(trace: Outcome["trace"], style: Style): string[] {
  return trace.flatMap(({ title, detail, basis }, index) => {
    const number = `${index + 1}.`.padStart(4);
    const indent = " ".repeat(number.length + 1);
    return [
      wrap(title, `${number} `),
      ...(detail ? [wrap(detail, indent)] : []),
      style.faint(wrap(`${basis.kind}: ${basis.ref}`, indent)),
    ];
  });
}
