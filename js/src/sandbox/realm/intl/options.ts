// Options as ECMAScript reads them: by name, in a fixed order, each turned into its type and refused when it is
// none of the values that there are.

import { bare, isNotANumber, NumberOf, RangeErrorOf, textOf } from "../primordials.js";

/** One option, and how it is read. */
interface Option {
  readonly name: string;
  readonly kind: "text" | "yes" | "number" | "grouping" | "one";
  /** The values that there are. */
  readonly values: readonly string[];
  /** The same, as an error tells them. */
  readonly told: string;
  readonly least: number;
  readonly most: number;
}

/** Options in the order in which they are read. */
export type Table = readonly Option[];

/** Options that were read. They have no prototype, and values that print as JSON. */
export type Given = Record<string, string | number | boolean | undefined>;

/**
 * A table from its text: `style=long|short;currency;numeric=?;minimumIntegerDigits=1..21`, which are one of several
 * values, any text, a truth value and a number.
 */
export function table(text: string): Table {
  return text.split(";").map((entry) => {
    const [name = "", rule = "text"] = entry.split("=");
    const range = /^(\d+)\.\.(\d+)$/.exec(rule);
    const values = rule.split("|");
    const one = values.length > 1 ? "one" : "text";
    const kind = range ? "number" : rule === "?" ? "yes" : rule === "grouping" ? rule : one;
    const [least, most] = [Number(range?.[1]), Number(range?.[2])];
    return { name, kind, values, told: values.join(", "), least, most };
  });
}

/** Reads from `options` what the table names. */
export function readOptions(options: object | undefined, table: Table): Given {
  const given = bare<string | number | boolean | undefined>();
  if (options === undefined) return given;
  for (let index = 0; index < table.length; index++) {
    const option = table[index] as Option;
    const value = (options as Record<string, unknown>)[option.name];
    if (value !== undefined) given[option.name] = converted(value, option, given);
  }
  return given;
}

function converted(value: unknown, option: Option, given: Given): string | number | boolean {
  if (option.kind === "yes") return !!value;
  if (option.kind === "grouping") return grouping(value);
  if (option.kind === "number") return numberOf(value, option, given);
  const text = textOf(value);
  if (option.kind === "text" || has(option.values, text)) return text;
  throw new RangeErrorOf(`invalid option ${text} found where only [${option.told}] is allowed`);
}

function has(values: readonly string[], text: string): boolean {
  for (let index = 0; index < values.length; index++) if (values[index] === text) return true;
  return false;
}

function numberOf(value: unknown, { name, least, most }: Option, given: Given): number {
  const number = NumberOf(value);
  const { minimumSignificantDigits } = given;
  const isBound = name === "maximumSignificantDigits" && minimumSignificantDigits !== undefined;
  const from = isBound ? (minimumSignificantDigits as number) : least;
  if (number >= from && number <= most) return number - (number % 1);
  const told = isNotANumber(number) ? "NaN" : sixDecimals(number);
  throw new RangeErrorOf(
    `invalid value ${told} found where only values between ${from} and ${most} are allowed`,
  );
}

function sixDecimals(number: number): string {
  return number % 1 === 0 && number < 1e15 && number > -1e15 ? `${number}.000000` : `${number}`;
}

const GROUPINGS = ["min2", "auto", "always"];

/** `useGrouping` since it has more values than yes and no. */
function grouping(value: unknown): string | boolean {
  if (value === true) return "always";
  if (!value) return false;
  const text = textOf(value);
  if (text === "true" || text === "false") return "auto";
  if (has(GROUPINGS, text)) return text;
  throw new RangeErrorOf(`invalid option ${text}`);
}
