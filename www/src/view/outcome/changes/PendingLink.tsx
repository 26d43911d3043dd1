import type { Outcome } from "reconcile-kit";
import { Value } from "../parts/Value.js";

/** What FusionAuth shows while the person chooses an account. */
export function PendingLink({ pending }: { pending: NonNullable<Outcome["pendingLink"]> }) {
  return (
    <section>
      <h3>Pending link</h3>
      <p class="lead">
        The person sees this, and logs in to an account or creates one. Only then a link is stored.
      </p>
      <dl class="pending">
        {Object.entries(pending).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Value name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
