import { ClaimCell, type Shown } from "./ClaimCell.js";
import type { ClaimRow } from "./claims.js";
import { knownClaim } from "./known-claims.js";
import { isLit, pointing } from "./pointing.js";

interface Props {
  readonly row: ClaimRow;
  readonly shown: Shown;
  /** Whether the table has a column for the ID token alone. */
  readonly isOfToken: boolean;
}

/** A claim: its name and meaning, and its value on either side. */
export function ClaimLine({ row, shown, isOfToken }: Props) {
  const { name, userinfo, idToken, difference } = row;
  const known = knownClaim(name);
  const places = [userinfo, idToken].flatMap((cell) => (cell ? [cell.pointer] : []));
  const main = places.find((place) => shown.decided.has(place)) ?? places[0] ?? "";
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
            <strong>Careful:</strong> {known.trap}
          </span>
        )}
      </th>
      {!isOfToken && <ClaimCell row={row} side="userinfo" shown={shown} />}
      <ClaimCell row={row} side="idToken" shown={shown} />
    </tr>
  );
}
