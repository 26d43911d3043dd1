// Makes the answer of the wire from what the realm said in any engine: adds what was not written, origins, lines
// and columns.

import { meansFullStack } from "./full-stack.js";
import type { Limits } from "./limits.js";
import { type Noted, type Origin, originsOf } from "./origins/origins.js";
import { type Position, positionIn, positionsIn } from "./origins/position.js";
import { placeOfFailure, placeOfStop } from "./position/places.js";
import type { LambdaText, Refusal } from "./source/lambda-text.js";
import type { Stop } from "./stop.js";

/** What the realm says in every case. */
interface Logged {
  readonly log: Readonly<Record<string, string>>;
  readonly warnWasMet?: boolean;
}

/** What it says when a lambda did not come to its end. */
interface Failed extends Logged {
  readonly failure: {
    readonly kind: string;
    readonly message: string;
    readonly stack?: string;
    /** Whether the call stack has the places of the author's text already. */
    readonly isTold?: boolean;
  };
}

/** What it says of a lambda that came to its end. */
interface Done extends Logged, Noted {
  /** Whether all fields were read, and not only those that were written. */
  readonly isWhole?: boolean;
  readonly user: object;
  readonly registration?: object;
  /** The places of fields that are `undefined`, and of those that are not there any more. */
  readonly undefined: Readonly<Record<string, true>>;
  readonly gone: Readonly<Record<string, true>>;
}

/** The arguments of a call by their names. */
type Given = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** How deeply what a lambda left may be nested: the core reads JSON of 128 levels. */
const DEEPEST = 100;

/** Where a place that an engine told is in the lambda's own text, when the engine reads another. */
type OriginalOf = (position: Position) => Position;

const asItIs: OriginalOf = (position) => position;

/** The answer to `call`, of which the realm said `raw`. */
export function completed(
  raw: string,
  call: string,
  lambda: LambdaText,
  limits: Required<Limits>,
  originalOf: OriginalOf = asItIs,
): string {
  const said = JSON.parse(raw) as Done | Failed;
  if ("failure" in said) return JSON.stringify(told(said, limits, lambda, originalOf));
  if (isDeeper(raw, DEEPEST)) {
    const message = `what the lambda left cannot be stored: it is nested more than ${DEEPEST} deep`;
    return JSON.stringify({ failure: { kind: "threw", message }, ...logOf(said) });
  }
  const given = givenBy(call);
  const left = {
    user: merged(given.user, said.user, "/user", said),
    registration:
      said.registration && merged(given.registration, said.registration, "/registration", said),
  };
  const origins: Origin[] = originsOf({
    given,
    left,
    noted: said,
    source: lambda.source,
    originalOf,
  });
  const missing = Object.keys(said.undefined);
  return JSON.stringify({ ...left, undefined: missing, origins, ...logOf(said) });
}

function givenBy(call: string): Given {
  const { parameters } = JSON.parse(call) as { parameters: { place: string; value?: object }[] };
  return Object.fromEntries(parameters.map(({ place, value }) => [place.slice(1), value])) as Given;
}

/** The fields that an argument had, with those that were written. */
function merged(before: object | undefined, left: object, place: string, said: Done): object {
  if (said.isWhole) return left;
  // Spreading makes an own property of the key `__proto__`, as JSON.parse does.
  const fields: Record<string, unknown> = { ...before, ...left };
  for (const path of [...Object.keys(said.undefined), ...Object.keys(said.gone)]) {
    if (path.startsWith(`${place}/`)) delete fields[fieldOf(path)];
  }
  return fields;
}

function fieldOf(path: string): string {
  return path
    .slice(path.indexOf("/", 1) + 1)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}

function logOf({ log, warnWasMet }: Logged): object {
  const eventLog = ["Information", "Debug", "Error"]
    .filter((type) => log[type] !== undefined)
    .map((type) => ({ type, message: log[type] }));
  return { eventLog, met: warnWasMet ? ["console-warn"] : [] };
}

/** A failure with line and column in place of the engine's call stack. */
function told(
  { failure: { kind, message: said, stack, isTold }, ...rest }: Failed,
  limits: Required<Limits>,
  lambda: LambdaText,
  originalOf: OriginalOf,
): object {
  // A lambda may catch this and go on; one that does not has met a limit.
  const isStop = kind === "threw" && meansFullStack(said);
  const placeOf = isTold ? asItIs : originalOf;
  // Half of a character cannot be told.
  const message = said.replace(/\p{Surrogate}/gu, "\ufffd");
  const failure = isStop
    ? {
        kind: "stopped",
        message: reason("stack", limits),
        ...stopIn(stack, true, lambda, placeOf),
      }
    : { kind, message, ...failureIn(stack, message, lambda, placeOf) };
  return { failure, ...logOf(rest) };
}

/** The answer of a lambda whose text does not load. */
export function refused({ message, line, column }: Refusal): string {
  return JSON.stringify({
    failure: { kind: "load", message, line, column },
    ...logOf({ log: {} }),
  });
}

/** The answer when a lambda was stopped; `lastWords` is what the realm still told. */
export function stopped(
  lastWords: string,
  stop: Stop,
  limits: Required<Limits>,
  lambda?: LambdaText,
  originalOf: OriginalOf = asItIs,
): string {
  const nothing = '{"log":{}}';
  const { stack, ...rest } = JSON.parse(lastWords || nothing) as Logged & { stack?: string };
  // Which of many pieces was one too many says nothing.
  const place = stop === "memory" ? undefined : stopIn(stack, stop === "stack", lambda, originalOf);
  const failure = { kind: "stopped", message: reason(stop, limits), ...place };
  return JSON.stringify({ failure, ...logOf(rest) });
}

function failureIn(
  stack = "",
  message: string,
  { tree, lines }: LambdaText,
  originalOf: OriginalOf,
): Position | undefined {
  const raw = positionIn(stack);
  const place = raw && originalOf(raw);
  return tree && place ? placeOfFailure(tree, lines, place, message) : place;
}

function stopIn(
  stack = "",
  isFull: boolean,
  lambda: LambdaText | undefined,
  originalOf: OriginalOf,
): Position | undefined {
  const frames = positionsIn(stack).map(originalOf);
  if (!lambda?.tree) return frames[0];
  return placeOfStop(lambda.tree, lambda.lines, frames, isFull);
}

/** Why a lambda was stopped, as the core goes on after `the lambda was stopped: `. */
function reason(stop: Stop, limits: Required<Limits>): string {
  const number = (value: number) => value.toLocaleString("en-US");
  switch (stop) {
    case "deadline":
      return `it ran for more than ${number(limits.deadline)} ms (limit \`deadline\`)`;
    case "steps":
      return `it took more than ${number(1000 * limits.steps)} steps, as an endless loop does (limit \`steps\`)`;
    case "memory":
      return `it needs more than ${number(limits.memory)} MiB of memory (limit \`memory\`)`;
    case "stack":
      return `its calls go deeper than a stack of ${number(limits.stack)} KiB (limit \`stack\`)`;
    default:
      return `the engine failed: ${stop.broken}`;
  }
}

function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  let isText = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isText) {
      if (code === 0x5c) index++;
      else if (code === 0x22) isText = false;
    } else if (code === 0x22) isText = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > most) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}
