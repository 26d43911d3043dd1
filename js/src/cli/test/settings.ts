// What a call of `test` asks for.

import { nearest } from "../../nearest.js";
import type { Choice } from "../../sandbox/choice.js";
import type { Arguments } from "../arguments.js";
import { engineIn } from "../engine-choice.js";
import { UsageError } from "../exit.js";
import type { Wish } from "./coverage.js";
import { github } from "./reporters/github.js";
import { junit } from "./reporters/junit.js";
import { pretty } from "./reporters/pretty.js";
import type { Reporter } from "./reporters/reporter.js";
import { tap } from "./reporters/tap.js";

const REPORTERS: Readonly<Record<string, Reporter>> = { pretty, tap, junit, github };

/** How scenarios are tested and what is told of them. */
export interface Settings {
  /** What names the scenarios. */
  readonly operands: readonly string[];
  readonly reporter: Reporter;
  readonly json: boolean;
  readonly watch: boolean;
  readonly update: boolean;
  /** What runs lambdas. */
  readonly engine: Choice;
  readonly coverage?: Wish;
}

/**
 * The settings that the call asks for.
 *
 * @throws {UsageError} for values that do not exist and options that exclude one another.
 */
export function settingsOf({ operands, switches, values }: Arguments): Settings {
  const [json, watch, update] = [
    switches.has("json"),
    switches.has("watch"),
    switches.has("update"),
  ];
  const name = values.get("reporter");
  const reporter = name === undefined ? pretty : reporterOf(name);
  if (json && name !== undefined) throw exclusive("--json", "--reporter");
  if (watch && json) throw exclusive("--watch", "--json");
  if (watch && reporter !== pretty) throw exclusive("--watch", `--reporter ${name}`);
  if (watch && update) {
    const help = "leave out `--update` and press u when an outcome is as it should be";
    throw new UsageError("`--watch` and `--update` exclude one another", help);
  }
  const coverage = coverageOf(switches, values);
  if (watch && coverage) throw exclusive("--watch", "--coverage");
  const engine = engineIn(values);
  return { operands, reporter, json, watch, update, engine, ...(coverage && { coverage }) };
}

function exclusive(one: string, other: string): UsageError {
  return new UsageError(`\`${one}\` and \`${other}\` exclude one another`, "choose one of them");
}

function reporterOf(name: string): Reporter {
  const reporter = Object.hasOwn(REPORTERS, name) ? REPORTERS[name] : undefined;
  if (reporter) return reporter;
  const near = nearest(name, Object.keys(REPORTERS));
  const names = Object.keys(REPORTERS).map((known) => `\`${known}\``);
  const help = near ? `did you mean \`${near}\`?` : `there are ${names.join(", ")}`;
  throw new UsageError(`\`${name}\` is not a reporter`, help);
}

function coverageOf(
  switches: Arguments["switches"],
  values: Arguments["values"],
): Wish | undefined {
  const directory = values.get("coverage") ?? (switches.has("coverage") ? "coverage" : undefined);
  const least = values.get("min");
  if (least !== undefined && directory === undefined) {
    throw new UsageError("`--min` needs `--coverage`", "write `--coverage --min N`");
  }
  return directory === undefined ? undefined : { directory, least: percentageOf(least) };
}

function percentageOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (number <= 100) return number;
  throw new UsageError(`\`--min ${text}\` is not a percentage`, "write a number from 0 to 100");
}
