// What a login changes, by object, with who wrote it and from which claims.

import type { Change, WriterKind } from "../../types.js";
import type { Style } from "./style.js";
import { inline, visible, WIDTH, wrap } from "./text.js";

const OBJECTS = ["user", "registration", "link"];

/** The changes of each object under its name; `lambdaFile` is where the lambda's lines are. */
export function changeLines(
  changes: readonly Change[],
  lambdaFile: string | undefined,
  style: Style,
): string[] {
  return OBJECTS.flatMap((object) => {
    const own = changes.filter(({ path }) => path.startsWith(`/${object}/`));
    if (own.length === 0) return [];
    return [`  ${object}`, ...objectLines(object, own, lambdaFile, style)];
  });
}

function objectLines(
  object: string,
  changes: readonly Change[],
  lambdaFile: string | undefined,
  style: Style,
): string[] {
  const nameOf = ({ path }: Change) => visible(path.slice(object.length + 2));
  const told = changes.filter(({ by }) => by.kind !== "login");
  const width = Math.min(24, Math.max(0, ...told.map((change) => nameOf(change).length)));
  const lines = told.map((change) =>
    changeLine(change, nameOf(change).padEnd(width), originText(change, lambdaFile), style),
  );
  // Ids and instants change with every login and say nothing about it.
  const kept = changes.filter(({ by }) => by.kind === "login").map(nameOf);
  if (kept.length > 0)
    lines.push(style.faint(wrap(`set by FusionAuth: ${kept.join(", ")}`, "    . ")));
  return lines;
}

const SIGNS = { add: "+", replace: "~", remove: "-" } as const;
const PAINTS = { add: "good", replace: "warning", remove: "bad" } as const;

/** `+ email  "jane@example.com"  linking strategy, from /userinfo/email`, on two lines where it is long. */
function changeLine(change: Change, name: string, origin: string, style: Style): string {
  const start = 8 + name.length;
  const value = valueText(change, WIDTH - start);
  const first = `    ${style[PAINTS[change.op]](SIGNS[change.op])} ${name}  ${value}`;
  const fits = start + value.length + 2 + origin.length <= WIDTH;
  if (fits) return `${first}  ${style.faint(origin)}`;
  return `${first}\n${style.faint(wrap(origin, " ".repeat(Math.min(start, 30))))}`;
}

function valueText({ op, before, after }: Change, room: number): string {
  if (op === "add") return inline(after, room);
  if (op === "remove") return inline(before, room);
  const whole = `${inline(before)} -> ${inline(after)}`;
  if (whole.length <= room) return whole;
  const half = Math.floor((room - 4) / 2);
  return `${inline(before, half)} -> ${inline(after, half)}`;
}

const WRITERS: Readonly<Record<WriterKind, string>> = {
  linking: "linking strategy",
  lambda: "lambda",
  policy: "policy",
  "attribute-mapping": "attribute mapping",
  "default-role": "default roles",
  login: "FusionAuth",
};

function originText({ by, from }: Change, lambdaFile: string | undefined): string {
  const place = by.line == null ? [] : [lineText(by.line, lambdaFile)];
  // A mapping's rule is its target and its source, which stand there already.
  const rule = by.rule && by.kind !== "attribute-mapping" ? ` ${visible(by.rule)}` : "";
  const run = by.run && (by.kind === "lambda" || by.run > 1) ? [`run ${by.run}`] : [];
  const source = from.length > 0 ? [`from ${from.map((claim) => visible(claim)).join(", ")}`] : [];
  return [`${WRITERS[by.kind]}${rule}`, ...run, ...place, ...source].join(", ");
}

/** `reconcile.js:3`, which editors and terminals turn into a link. */
function lineText(line: number, lambdaFile: string | undefined): string {
  return lambdaFile === undefined ? `line ${line}` : `${visible(lambdaFile)}:${line}`;
}
