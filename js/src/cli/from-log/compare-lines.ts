// Compares a debug log with the one that a preview writes, line by line and without the times.

import { isDeepStrictEqual } from "node:util";
import { failure, ReconcileKitError } from "../../errors.js";
import type { Outcome, Preview } from "../../types.js";
import type { Members } from "./json-block.js";
import { saysNothing } from "./login-facts.js";
import { type Entry, type LoggedLogin, readLog } from "./read-log.js";
import type { LogFile } from "./read-log-file.js";
import { groupsOf } from "./scenario-from-log.js";
import { REMOVED, type Tokens } from "./tokens-out.js";
import type { Kind } from "./wording.js";

/** How a line fared. */
export type Fate = "same" | "differs" | "only-in-log" | "only-in-preview" | "not-compared";

/** A line of the log, of the preview, or of both. */
export interface ComparedLine {
  readonly fate: Fate;
  /** Its number in the log. */
  readonly line?: number;
  readonly inLog?: string;
  readonly inPreview?: string;
  /** Members of the JSON below that differ. */
  readonly members: readonly string[];
}

/** A log beside a preview. */
export interface LogComparison {
  /** The lines of each login. */
  readonly logins: readonly (readonly ComparedLine[])[];
  /** How many lines of the log are not known. */
  readonly unread: number;
  /** Whether every known line is the same. */
  readonly isSame: boolean;
}

/** What a scenario does not have, so that no preview can say it. */
const NOT_SIMULATED: ReadonlySet<Kind> = new Set<Kind>([
  "token-answer",
  "other-call",
  "not-verified",
  "updating",
  "request-failed",
  "failed",
  "errors",
  "error-answer",
  "lambda-result",
  "id-token",
]);

/**
 * Compares `log` with what `preview` says.
 *
 * @throws {ReconcileKitError} `no-debug-log` where the preview has no debug log.
 */
export function compareWithLog(log: LogFile, preview: Preview): LogComparison {
  const outcomes = "logins" in preview ? preview.logins : [preview];
  const previewed = outcomes.map(debugLogOf);
  const example = previewed.find((login) => login !== undefined);
  if (!example) throw noDebugLog();
  const logged = loginsLike(example, log.logins);
  const count = Math.max(logged.length, previewed.length);
  const logins = Array.from({ length: count }, (_, index) =>
    comparedLines(logged[index], previewed[index], log.tokens),
  );
  const isSame = logins.flat().every(({ fate }) => fate === "same" || fate === "not-compared");
  return { logins, unread: log.unread.length, isSame };
}

/** The identity provider's own entry among those of an outcome. */
function debugLogOf({ eventLog }: Outcome): LoggedLogin | undefined {
  const logs = eventLog
    .filter(({ type }) => type === "Debug")
    .map(({ message }) => readLog(message));
  return logs.flatMap(({ logins }) => logins).find(({ header }) => header !== undefined);
}

function noDebugLog(): ReconcileKitError {
  const message = "the preview writes no debug log, so there is nothing to compare with";
  const help = "set `debug` of the identity provider to true";
  return new ReconcileKitError(failure("no-debug-log", "/identityProvider/debug", message, help));
}

/** Of a log of several identity providers, the logins through the one that was previewed. */
function loginsLike(example: LoggedLogin, logins: readonly LoggedLogin[]): readonly LoggedLogin[] {
  const groups = groupsOf(logins);
  const idOf = ({ header }: LoggedLogin) => header?.id;
  const strategyOf = ({ entries }: LoggedLogin) =>
    entries.find(({ kind }) => kind === "strategy")?.value;
  const sameId = groups.filter(([login]) => login && idOf(login) === idOf(example));
  const same = sameId.find(([login]) => login && strategyOf(login) === strategyOf(example));
  return same ?? sameId[0] ?? groups[0] ?? [];
}

/** A line with what tells which line of the other side it belongs to. */
interface Keyed {
  readonly key: string;
  readonly line: number;
  readonly text: string;
  readonly value: string;
  readonly json: Entry["json"];
  readonly isCompared: boolean;
}

function comparedLines(
  logged: LoggedLogin | undefined,
  previewed: LoggedLogin | undefined,
  tokens: Tokens,
): ComparedLine[] {
  const left = keyed(logged);
  // A log is often pasted without its header.
  const right = keyed(previewed).filter(
    ({ key }) => key !== "header 1" || logged?.header || !logged,
  );
  const compared = left.map((one) => {
    const other = right.find(({ key }) => key === one.key);
    return { key: one.key, line: comparedLine(one, other, tokens) };
  });
  let place = 0;
  for (const other of right) {
    const found = compared.findIndex(({ key }) => key === other.key);
    if (found < 0) {
      const line = { fate: "only-in-preview", inPreview: other.text, members: [] } as const;
      compared.splice(place, 0, { key: other.key, line });
      place += 1;
    } else place = Math.max(place, found + 1);
  }
  return compared.map(({ line }) => line);
}

function comparedLine(one: Keyed, other: Keyed | undefined, tokens: Tokens): ComparedLine {
  const line = { line: one.line, inLog: one.text, members: [] };
  if (!one.isCompared) return { ...line, fate: "not-compared" };
  if (!other) return { ...line, fate: "only-in-log" };
  const members = differences(one.json, other.json, tokens);
  const isSame = tokens.out(one.value) === tokens.out(other.value) && members.length === 0;
  return { ...line, fate: isSame ? "same" : "differs", inPreview: other.text, members };
}

/** The lines of a login; a status belongs to the call before it, and of equal ones each to its like. */
function keyed(login: LoggedLogin | undefined): Keyed[] {
  const counts = new Map<string, number>();
  let call: Kind = "token-call";
  const number = (name: string) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name} ${count}`;
  };
  const entries = (login?.entries ?? []).map(({ kind, line, text, value, json }) => {
    if (kind.endsWith("-call")) call = kind;
    const of = kind === "status" ? call : kind;
    const isCompared = !NOT_SIMULATED.has(of) && !(value !== "" && saysNothing(value));
    const key = number(kind === "status" ? `status of ${call}` : kind);
    return { key, line, text, value, json, isCompared };
  });
  return [...headerOf(login, number), ...entries];
}

function headerOf(login: LoggedLogin | undefined, number: (name: string) => string): Keyed[] {
  if (!login?.header) return [];
  const { type, name, id, line, text } = login.header;
  const value = JSON.stringify([type, name, id]);
  return [{ key: number("header"), line, text, value, json: undefined, isCompared: true }];
}

/** Members that are not the same on both sides, each in words. */
function differences(one: Entry["json"], other: Entry["json"], tokens: Tokens): string[] {
  if (!one || !other) return [];
  const [left, right] = [one, other].map(({ members }) => tokens.outOfClaims(members)) as [
    Members,
    Members,
  ];
  const names = new Set([...Object.keys(left), ...(one.isCut ? [] : Object.keys(right))]);
  return [...names].filter((name) => !isAlike(own(left, name), own(right, name)));
}

function own(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** Whether two values are the same. The preview cuts a token after a few characters. */
function isAlike(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isAlike(item, other[index]));
  }
  const isCutToken = typeof other === "string" && /^.{0,6}…$/.test(other);
  return isDeepStrictEqual(one, other) || (one === REMOVED && isCutToken);
}
