import { useComputed } from "@preact/signals";
import { inputTab } from "../../../app/layout.js";
import { claimAt } from "./claims.js";
import { dotted } from "./pointers.js";
import { isClaimLit, pointing } from "./pointing.js";
import { inline } from "./value.js";

interface Props {
  /** Such as `/userinfo/given_name`. */
  readonly claim: string;
  /** The field that came from it. */
  readonly field: string;
  /** Whether its value is shown too. */
  readonly hasValue?: boolean;
}

/** How much of a value is shown beside a claim, in characters. */
const ROOM = 40;

/** A claim that something came from: pointing at it shows the claim among what goes in. */
export function Claim({ claim, field, hasValue = false }: Props) {
  const look = useComputed(() => (isClaimLit(claim, field) ? "claim is-lit" : "claim"));
  const value = hasValue ? claimAt(claim) : undefined;
  return (
    <button
      type="button"
      class={look}
      {...pointing("claim", claim)}
      onClick={() => {
        inputTab.value = "login";
      }}
    >
      <span class="said">claim </span>
      <span class="claim-name">{dotted(claim)}</span>
      {value !== undefined && <span class="claim-value">{inline(value, ROOM)}</span>}
    </button>
  );
}
