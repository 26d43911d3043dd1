import { useState } from "preact/hooks";
import type { Claims } from "reconcile-kit";
import { draft, outcome } from "../../../app/store.js";
import type { JsonForm } from "../parts/json-form.js";
import { sectionForm } from "../parts/sections.js";
import { AddClaim } from "./AddClaim.js";
import { ClaimLine } from "./ClaimLine.js";
import { claimRows, decidedBy } from "./claims.js";

/** More claims than anybody has; a hostile payload must not bring the page to a stop. */
const SHOWN = 100;

interface Props {
  readonly login: JsonForm;
  /** The claims of an ID token that is given as its text. */
  readonly decoded: Claims | undefined;
  /** Whether the ID token is a text, whose claims cannot be changed one by one. */
  readonly isTokenText: boolean;
}

/** Every claim that the login sends, what it means, and what it decided. */
export function ClaimTable({ login, decoded, isTokenText }: Props) {
  const [isWhole, setWhole] = useState(false);
  const rows = claimRows(login, decoded);
  const provider = sectionForm("identityProvider");
  const around = {
    clientId: provider.string(["oauth2", "client_id"]),
    issuer: provider.string(["oauth2", "issuer"]),
    now: draft.value.now,
  };
  const decided = decidedBy(outcome.value?.identity);
  const shown = isWhole ? rows : rows.slice(0, SHOWN);
  return (
    <div class="claims">
      {rows.length === 0 ? (
        <p class="empty">
          This login sends no claims yet. Paste something above, or add a claim below.
        </p>
      ) : (
        <table>
          <caption class="said">Claims of this login, in userinfo and in the ID token</caption>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <th scope="col">Userinfo</th>
              <th scope="col">ID token</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <ClaimLine
                key={row.name}
                row={row}
                login={login}
                around={around}
                decided={decided}
                isTokenText={isTokenText}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown.length < rows.length && (
        <button type="button" onClick={() => setWhole(true)}>
          Show all {rows.length} claims
        </button>
      )}
      <AddClaim login={login} isTokenText={isTokenText} />
    </div>
  );
}
