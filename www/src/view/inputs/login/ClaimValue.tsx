import { useState } from "preact/hooks";
import { treeOf } from "../../../draft/edit.js";
import type { JsonForm } from "../parts/json-form.js";
import type { Cell } from "./claims.js";

/** A value longer than this is edited in the JSON: a table is no place for it. */
const LONGEST = 2000;

interface Props {
  readonly login: JsonForm;
  readonly cell: Cell;
  /** Such as `given_name in userinfo`. */
  readonly label: string;
  /** A token's text is signed: its claims cannot be changed one by one. */
  readonly isFixed: boolean;
}

/** A claim's value, edited in place; its type stays. */
export function ClaimValue({ login, cell, label, isFixed }: Props) {
  if (isFixed || cell.raw.length > LONGEST) return <Fixed cell={cell} />;
  if (cell.kind === "boolean") {
    return (
      <select
        class="value mono"
        aria-label={label}
        value={String(cell.value)}
        onChange={({ currentTarget }) => login.set(cell.path, currentTarget.value === "true")}
      >
        <option>true</option>
        <option>false</option>
      </select>
    );
  }
  if (cell.kind === "string") {
    return (
      <textarea
        class="value mono"
        aria-label={label}
        rows={rowsFor(String(cell.value))}
        spellcheck={false}
        value={String(cell.value)}
        onKeyDown={keepOneLine}
        onInput={({ currentTarget }) => login.set(cell.path, currentTarget.value)}
      />
    );
  }
  return <JsonValue login={login} cell={cell} label={label} />;
}

function Fixed({ cell }: { readonly cell: Cell }) {
  const text = cell.kind === "string" ? String(cell.value) : cell.raw;
  const isLong = text.length > LONGEST;
  return (
    <span class="value mono">
      {isLong ? `${text.slice(0, LONGEST)}…` : text}
      {isLong && <span class="aside"> {text.length} characters; the JSON has them all</span>}
    </span>
  );
}

/** A number, a list or an object: taken over when it is complete. */
function JsonValue({ login, cell, label }: Omit<Props, "isFixed">) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? oneLine(cell.raw);
  const isJson = treeOf(text) !== undefined;
  const finish = () => {
    if (typed === undefined || !isJson) return;
    if (typed !== oneLine(cell.raw)) login.setRaw(cell.path, typed);
    setTyped(undefined);
  };
  return (
    <>
      <textarea
        class="value mono"
        aria-label={label}
        aria-invalid={!isJson}
        rows={rowsFor(text)}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          keepOneLine(event);
          if (event.key === "Enter") finish();
          if (event.key === "Escape") setTyped(undefined);
        }}
      />
      {!isJson && <span class="aside odd">Not JSON yet. Escape brings the old value back.</span>}
    </>
  );
}

function oneLine(json: string): string {
  return json.replace(/\n\s*/g, " ");
}

function keepOneLine(event: KeyboardEvent): void {
  if (event.key === "Enter" && !event.shiftKey) event.preventDefault();
}

/** Browsers without `field-sizing` show about so many characters a line. */
function rowsFor(text: string): number {
  return Math.min(6, Math.max(1, Math.ceil(text.length / 24)));
}
