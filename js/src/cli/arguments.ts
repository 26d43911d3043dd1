// Reads a command's options and names what is wrong with them.

import { parseArgs } from "node:util";
import { nearest } from "../nearest.js";
import { UsageError } from "./exit.js";

/**
 * The options of a command: `boolean` is a switch, `string` takes a value, and `optional` takes one after `=` or is
 * a switch.
 */
export type Options = Readonly<Record<string, "boolean" | "string" | "optional">>;

/** What was written after the command's name. */
export interface Arguments {
  /** The switches that were given. */
  readonly switches: ReadonlySet<string>;
  /** The options that were given with a value. */
  readonly values: ReadonlyMap<string, string>;
  /** Everything that is not an option. */
  readonly operands: readonly string[];
}

/**
 * Reads `written` by the options of `command`.
 *
 * @throws {UsageError} for an unknown option, a missing value or one too many.
 */
export function readArguments(command: string, options: Options, written: string[]): Arguments {
  const definitions = Object.entries(options).map(
    ([name, type]) => [name, { type: type === "string" ? "string" : "boolean" }] as const,
  );
  const { tokens } = parseArgs({
    args: written,
    options: Object.fromEntries(definitions),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const switches = new Set<string>();
  const values = new Map<string, string>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const type = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (type === undefined) throw unknownOption(command, options, token.rawName, token.name);
    if (type === "string") values.set(token.name, valueAfter(token.rawName, token.value, options));
    else if (token.value === undefined) switches.add(token.name);
    else if (type === "optional" && token.value !== "") values.set(token.name, token.value);
    else if (type === "optional") throw needsValue(token.rawName, "=VALUE");
    else
      throw new UsageError(
        `\`${token.rawName}\` takes no value`,
        `write \`${token.rawName}\` alone`,
      );
  }
  return { switches, values, operands };
}

function valueAfter(rawName: string, value: string | undefined, options: Options): string {
  // `--strategy --json` would otherwise take the next option for the value.
  const swallowed = value?.startsWith("--") && Object.hasOwn(options, value.slice(2));
  if (value === undefined || value === "" || swallowed) throw needsValue(rawName, " VALUE");
  return value;
}

function needsValue(rawName: string, form: string): UsageError {
  return new UsageError(`\`${rawName}\` needs a value`, `write \`${rawName}${form}\``);
}

function unknownOption(command: string, options: Options, raw: string, name: string): UsageError {
  const near = nearest(name, Object.keys(options));
  const help = near ? `did you mean \`--${near}\`?` : `see \`reconcile-kit ${command} --help\``;
  return new UsageError(`\`${raw}\` is not an option of \`${command}\``, help);
}
