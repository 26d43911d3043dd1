import { inline, instantOf } from "./value.js";

interface Props {
  /** The name of the field that holds it. */
  readonly name: string;
  readonly value: unknown;
}

/** Longest list or object that stays on one line, in characters. */
const ONE_LINE = 48;

/** What a field holds: instants as dates, lists and objects laid out. */
export function Value({ name, value }: Props) {
  if (value === null || value === undefined) return <span class="nothing">nothing</span>;
  const instant = instantOf(name, value);
  if (instant) {
    return (
      <span class="instant">
        {instant} <code>{inline(value)}</code>
      </span>
    );
  }
  if (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return (
      <span>
        about <code>{inline(value)}</code>, every digit is in the JSON tab
      </span>
    );
  }
  const line = inline(value);
  if (typeof value !== "object" || line.length <= ONE_LINE) return <code>{line}</code>;
  return <pre>{JSON.stringify(value, null, 2)}</pre>;
}
