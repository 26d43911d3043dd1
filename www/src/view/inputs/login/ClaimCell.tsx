import type { JsonForm } from "../parts/json-form.js";
import { sectionForm } from "../parts/sections.js";
import { ClaimValue } from "./ClaimValue.js";
import type { Cell, ClaimRow, Side } from "./claims.js";
import { isLit, pointing } from "./pointing.js";
import { readable, type Surroundings } from "./readable.js";

/** What a row of the table is shown with. */
export interface Shown {
  readonly login: JsonForm;
  readonly around: Surroundings;
  /** What was read from which claim. */
  readonly decided: ReadonlyMap<string, readonly string[]>;
  /** Whether the ID token is a text, whose claims cannot be changed one by one. */
  readonly isTokenText: boolean;
}

interface Props {
  readonly row: ClaimRow;
  readonly side: Side;
  readonly shown: Shown;
}

const SIDES: Readonly<Record<Side, string>> = { userinfo: "userinfo", idToken: "the ID token" };
const HEADS: Readonly<Record<Side, string>> = { userinfo: "Userinfo", idToken: "ID token" };
const KINDS: Readonly<Record<Cell["kind"], string>> = {
  string: "text",
  number: "number",
  boolean: "boolean",
  array: "list",
  object: "object",
  null: "null",
  property: "",
};

/** A claim's value on one side, or that it is not there. */
export function ClaimCell({ row, side, shown }: Props) {
  const cell = row[side];
  if (!cell) return <Absent row={row} side={side} shown={shown} />;
  const { login, around, decided, isTokenText } = shown;
  const isFixed = side === "idToken" && isTokenText;
  const said = readable(row.name, cell.value, around);
  const needsKind = cell.kind === "null" || (row.difference === "writing" && !said);
  return (
    <td
      class={isLit(cell.pointer) ? "lit" : ""}
      data-side={HEADS[side]}
      {...pointing(cell.pointer)}
    >
      <div class="cell">
        <ClaimValue {...{ login, cell, isFixed }} label={`${row.name} in ${SIDES[side]}`} />
        {!isFixed && (
          <button
            type="button"
            class="quiet remove"
            aria-label={`Remove ${row.name} from ${SIDES[side]}`}
            onClick={() => login.set(cell.path, undefined)}
          >
            ✕
          </button>
        )}
      </div>
      <div class="cell-words">
        {decided.get(cell.pointer)?.map((word) => (
          <span key={word} class="word decided">
            {word}
          </span>
        ))}
        {needsKind && <span class="word kind">{KINDS[cell.kind]}</span>}
        {said && <span class={said.isOdd ? "aside odd" : "aside"}>{said.words}</span>}
        {said?.setting && typeof cell.value === "string" && (
          <UseInProvider setting={said.setting} value={cell.value} />
        )}
      </div>
    </td>
  );
}

/** Somebody's own token seldom fits the identity provider of an example. */
function UseInProvider({
  setting,
  value,
}: {
  readonly setting: "issuer" | "client_id";
  readonly value: string;
}) {
  return (
    <button
      type="button"
      class="link"
      onClick={() => sectionForm("identityProvider").set(["oauth2", setting], value)}
    >
      Use it as the identity provider's {setting === "issuer" ? "issuer" : "client id"}
    </button>
  );
}

function Absent({ row, side, shown }: Props) {
  const source = side === "userinfo" ? row.idToken : row.userinfo;
  const isFixed = side === "idToken" && shown.isTokenText;
  return (
    <td class="absent" data-side={HEADS[side]}>
      {isFixed || !source ? (
        <span>not sent</span>
      ) : (
        <button
          type="button"
          class="quiet"
          aria-label={`Add ${row.name} to ${SIDES[side]}`}
          onClick={() => shown.login.setRaw([side, row.name], source.raw)}
        >
          + add
        </button>
      )}
    </td>
  );
}
