import type { Outcome } from "reconcile-kit";
import type { Composed } from "../../../draft/compose.js";
import { Findings } from "./Findings.js";
import { IgnoredWrites } from "./IgnoredWrites.js";
import "./log.css";

interface Props {
  readonly outcome: Outcome;
  readonly scenario: Composed;
}

/** What FusionAuth logs, what was written in vain, and what to watch out for. */
export function LogTab({ outcome, scenario }: Props) {
  const { eventLog, ignoredWrites, diagnostics } = outcome;
  return (
    <div class="log">
      <h2 class="said">What was logged</h2>
      <section>
        <h3>Watch out</h3>
        <Findings findings={diagnostics} scenario={scenario} />
      </section>
      <section>
        <h3>Writes without effect</h3>
        <IgnoredWrites writes={ignoredWrites} />
      </section>
      <section>
        <h3>Event log</h3>
        <EventLog entries={eventLog} />
      </section>
    </div>
  );
}

function EventLog({ entries }: { readonly entries: Outcome["eventLog"] }) {
  if (entries.length === 0) {
    return (
      <p class="empty">
        Nothing is logged. What the lambda writes with <code>console</code> appears here, the error
        of a lambda that fails, and FusionAuth's debug log where the identity provider's{" "}
        <code>debug</code> is on.
      </p>
    );
  }
  return (
    <ol class="entries">
      {entries.map(({ type, message }, index) => (
        <li key={index}>
          <p class={`type ${type.toLowerCase()}`}>{type}</p>
          <pre>{message}</pre>
        </li>
      ))}
    </ol>
  );
}
