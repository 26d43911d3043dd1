import type { Outcome } from "reconcile-kit";
import { Assumption } from "./Assumption.js";
import "./assumptions.css";

/** What this login rests on although nobody documents it, and what it would be otherwise. */
export function AssumptionsTab({ outcome }: { readonly outcome: Outcome }) {
  const met = [...outcome.assumptions].sort(
    (one, other) => Number(other.decisive) - Number(one.decisive),
  );
  return (
    <div class="assumptions-tab">
      <h2 class="said">Assumptions</h2>
      {met.length === 0 ? (
        <p class="lead">
          This login met no assumption: everything that decided it is documented or reported. Where
          FusionAuth's behaviour is documented nowhere, the alternatives would be here side by side.
        </p>
      ) : (
        <p class="lead">
          FusionAuth's behaviour is documented nowhere on these points. Each login was simulated
          with the alternatives too.
        </p>
      )}
      {met.map((assumption) => (
        <Assumption key={assumption.id} met={assumption} outcome={outcome} />
      ))}
    </div>
  );
}
