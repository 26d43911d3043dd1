// The answer of `check --why`: for each rule what has to be so, and claims with which it is.

import type { Way, Why } from "../../generated/policy-why.js";
import { claimLines } from "./claim-set.js";
import type { Style } from "./style.js";
import { visible, wrap } from "./text.js";

/** How a field gets a value, without a line end. */
export function whyText({ target, value, ways, reason }: Why, style: Style): string {
  const question = value == null ? target : `${target} = ${value}`;
  const parts = ways.map((way) => wayText(way, style));
  if (reason) parts.push(wrap(reason, "  "));
  return [style.strong(visible(question)), ...parts].join("\n\n");
}

function wayText({ rule, at, conditions, claims, newUser, confirmed }: Way, style: Style): string {
  const lines = [`  by rule ${style.strong(visible(rule))}, at ${style.faint(visible(at))}`];
  conditions.forEach((condition, index) => {
    lines.push(wrap(condition, index === 0 ? "    when  " : "    and   "));
  });
  if (claims && confirmed) {
    lines.push(`    ${style.faint("the fewest claims that do it")}`);
    lines.push(...claimLines(claims, newUser).map((line) => `      ${line}`));
  } else {
    lines.push(wrap("no example: these steps cannot be turned round", "    "));
  }
  return lines.join("\n");
}
