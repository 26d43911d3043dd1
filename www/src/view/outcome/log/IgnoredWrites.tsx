import type { Outcome } from "reconcile-kit";
import { dotted } from "../parts/pointers.js";
import { pointing } from "../parts/pointing.js";
import { Value } from "../parts/Value.js";
import { Words } from "../parts/Words.js";

/** What a lambda, a policy or mappings wrote, and FusionAuth drops. */
export function IgnoredWrites({ writes }: { readonly writes: Outcome["ignoredWrites"] }) {
  if (writes.length === 0) {
    return (
      <p class="empty">
        None. Fields that a lambda, a policy or mappings write and FusionAuth drops would be here,
        with the reason.
      </p>
    );
  }
  return (
    <ul class="ignored">
      {writes.map(({ path, value, reason }, index) => (
        <li key={`${index} ${path}`} {...pointing("field", path)}>
          <p>
            <b>{dotted(path)}</b> {value === null ? "emptied" : <Value name="" value={value} />}
          </p>
          <p class="help">
            No effect: <Words text={reason} />
          </p>
        </li>
      ))}
    </ul>
  );
}
