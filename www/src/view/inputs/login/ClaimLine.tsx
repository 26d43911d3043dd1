import type { JsonForm } from "../parts/json-form.js";
import { ClaimValue } from "./ClaimValue.js";
import type { Cell, ClaimRow, Side } from "./claims.js";
import { knownClaim } from "./known-claims.js";
import { isLit, pointing } from "./pointing.js";
import { readable, type Surroundings } from "./readable.js";

const SIDES: Readonly<Record<Side, string>> = { userinfo: "userinfo", idToken: "the ID token" };
const KINDS: Readonly<Record<string, string>> = {
  number: "number",
  boolean: "boolean",
  array: "list",
  object: "object",
  null: "null",
};

interface Props {
  readonly row: ClaimRow;
  readonly login: JsonForm;
  readonly around: Surroundings;
  /** What was read from which claim. */
  readonly decided: ReadonlyMap<string, readonly string[]>;
  readonly isTokenText: boolean;
}

/** A claim: its name and meaning, and its value on either side. */
export function ClaimLine({ row, login, around, decided, isTokenText }: Props) {
  const { name, userinfo, idToken, difference } = row;
  const known = knownClaim(name);
  const places = [userinfo, idToken].flatMap((cell) => (cell ? [cell.pointer] : []));
  const main = places.find((place) => decided.has(place)) ?? places[0] ?? "";
  const show = (cell: Cell | undefined, side: Side) => (
    <ClaimCell {...{ name, side, cell, login, around, decided, isTokenText }} other={row} />
  );
  return (
    <tr class={places.some(isLit) ? "lit" : ""}>
      <th scope="row" {...pointing(main)}>
        <code>{name}</code>
        {difference && (
          <span class="word">{difference === "value" ? "differs" : "written differently"}</span>
        )}
        <span class="meaning">
          {known?.meaning ?? "Neither Cognito nor OpenID Connect defines this claim."}
        </span>
        {known?.trap && (
          <span class="meaning trap">
            <strong>Mind:</strong> {known.trap}
          </span>
        )}
      </th>
      {show(userinfo, "userinfo")}
      {show(idToken, "idToken")}
    </tr>
  );
}

interface CellProps extends Omit<Props, "row"> {
  readonly name: string;
  readonly side: Side;
  readonly cell: Cell | undefined;
  readonly other: ClaimRow;
}

function ClaimCell({ name, side, cell, other, login, around, decided, isTokenText }: CellProps) {
  const isFixed = side === "idToken" && isTokenText;
  if (!cell) {
    const source = side === "userinfo" ? other.idToken : other.userinfo;
    return (
      <td class="absent" data-side={SIDES[side]}>
        {isFixed || !source ? (
          <span>not sent</span>
        ) : (
          <button
            type="button"
            class="quiet"
            aria-label={`Add ${name} to ${SIDES[side]}`}
            onClick={() => login.setRaw([side, name], source.raw)}
          >
            + add
          </button>
        )}
      </td>
    );
  }
  const words = readable(name, cell.value, around);
  const kind = KINDS[cell.kind];
  return (
    <td
      class={isLit(cell.pointer) ? "lit" : ""}
      data-side={SIDES[side]}
      {...pointing(cell.pointer)}
    >
      <div class="cell">
        <ClaimValue {...{ login, cell, isFixed }} label={`${name} in ${SIDES[side]}`} />
        {!isFixed && (
          <button
            type="button"
            class="quiet remove"
            aria-label={`Remove ${name} from ${SIDES[side]}`}
            onClick={() => login.set(cell.path, undefined)}
          >
            ✕
          </button>
        )}
      </div>
      {decided.get(cell.pointer)?.map((word) => (
        <span key={word} class="word decided">
          {word}
        </span>
      ))}
      {kind && <span class="word kind">{kind}</span>}
      {words && <span class={words.isOdd ? "aside odd" : "aside"}>{words.words}</span>}
    </td>
  );
}
