import type { Diagnostic } from "reconcile-kit";
import type { Composed } from "../../../draft/compose.js";
import { Mark } from "../parts/Mark.js";
import { PlaceButton } from "../parts/PlaceButton.js";
import { Words } from "../parts/Words.js";
import { SEVERITIES } from "../parts/words.js";

interface Props {
  readonly findings: readonly Diagnostic[];
  readonly scenario: Composed;
}

/** What the core found about this login, each with what to do. */
export function Findings({ findings, scenario }: Props) {
  if (findings.length === 0) {
    return (
      <p class="empty">
        Nothing to watch out for. A lambda that fails, an ID token that is not used, and assumptions
        that decide the outcome would be here.
      </p>
    );
  }
  return (
    <ul class="findings">
      {findings.map((finding, index) => {
        const { code, severity, message, help, path } = finding;
        return (
          <li key={`${index} ${code}`} class={severity}>
            <p>
              <b class="severity">
                <Mark shape={severity} /> {SEVERITIES[severity]}
              </b>{" "}
              <span class="message">
                <Words text={message} />
              </span>
            </p>
            {help && (
              <p class="help">
                <Words text={help} />
              </p>
            )}
            <p class="where">
              {(path !== "" || finding.line != null) && (
                <PlaceButton finding={finding} scenario={scenario} />
              )}
              <code>{code}</code>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
