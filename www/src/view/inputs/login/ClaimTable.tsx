import { useState } from "preact/hooks";
import type { Claims } from "reconcile-kit";
import { draft, outcome } from "../../../app/store.js";
import { FindingList } from "../parts/FindingList.js";
import type { JsonForm } from "../parts/json-form.js";
import { sectionForm } from "../parts/sections.js";
import { AddClaim } from "./AddClaim.js";
import type { Shown } from "./ClaimCell.js";
import { ClaimLine } from "./ClaimLine.js";
import { type ClaimRow, claimRows, decidedBy } from "./claims.js";
import { isOfToken } from "./known-claims.js";

/** More claims than anybody has; a hostile payload must not bring the page to a stop. */
const SHOWN = 100;
/** The rule that says why FusionAuth does without the ID token. */
const TOKEN_NOT_USED = "id-token-not-used";

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
  const all = claimRows(login, decoded);
  const provider = sectionForm("identityProvider");
  const around = {
    clientId: provider.string(["oauth2", "client_id"]),
    issuer: provider.string(["oauth2", "issuer"]),
    now: draft.value.now,
  };
  const decided = decidedBy(outcome.value?.identity);
  const unused = outcome.value?.diagnostics.filter(({ code }) => code === TOKEN_NOT_USED) ?? [];
  const isTokenUsed = unused.length === 0;
  const shown = { login, around, decided, isTokenText };
  const rows = isWhole ? all : all.slice(0, SHOWN);
  const ofToken = rows.filter(({ name, userinfo }) => isOfToken(name) && !userinfo);
  const ofPerson = rows.filter((row) => !ofToken.includes(row));
  return (
    <div class="claims">
      {rows.length === 0 && (
        <p class="nothing">
          This login sends no claims yet. Paste something above, or add a claim below.
        </p>
      )}
      <FindingList findings={unused} label="the ID token" />
      {ofPerson.length > 0 && <PersonTable {...{ isTokenUsed, shown }} rows={ofPerson} />}
      {ofToken.length > 0 && <TokenTable {...{ isTokenUsed, shown }} rows={ofToken} />}
      {rows.length < all.length && (
        <button type="button" onClick={() => setWhole(true)}>
          Show all {all.length} claims
        </button>
      )}
      <AddClaim login={login} isTokenText={isTokenText} />
    </div>
  );
}

interface TableProps {
  readonly rows: readonly ClaimRow[];
  readonly shown: Shown;
  readonly isTokenUsed: boolean;
}

/** What is said about the person, on both sides. */
function PersonTable({ rows, shown, isTokenUsed }: TableProps) {
  return (
    <table>
      <caption class="said">Claims about the person, in userinfo and in the ID token</caption>
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Userinfo</th>
          <th scope="col">ID token {!isTokenUsed && <span class="word">not used</span>}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ClaimLine key={row.name} row={row} shown={shown} isOfToken={false} />
        ))}
      </tbody>
    </table>
  );
}

/** What the ID token says about itself. */
function TokenTable({ rows, shown, isTokenUsed }: TableProps) {
  return (
    <table class="of-token">
      <caption>
        About the ID token itself {!isTokenUsed && <span class="word">not used</span>}
      </caption>
      <thead class="said">
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">ID token</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ClaimLine key={row.name} row={row} shown={shown} isOfToken={true} />
        ))}
      </tbody>
    </table>
  );
}
