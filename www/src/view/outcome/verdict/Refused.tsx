import type { Composed } from "../../../draft/compose.js";
import type { Refusal } from "../../../kit/protocol.js";
import { Mark } from "../parts/Mark.js";
import { PlaceButton } from "../parts/PlaceButton.js";
import { Words } from "../parts/Words.js";

interface Props {
  readonly refusal: Refusal;
  readonly scenario: Composed;
}

/** Why the draft as it stands cannot be simulated, and what to do. */
export function Refused({ refusal, scenario }: Props) {
  const { code, message, help, diagnostics, ...place } = refusal;
  const finding = diagnostics[0] ?? { severity: "error", code, message, help, ...place };
  return (
    <div class="said-first cannot">
      <p class="sentence">
        <Mark shape="error" /> This scenario cannot be simulated
      </p>
      <p class="reason">
        <Words text={message} />
      </p>
      {help && (
        <p class="reason">
          <Words text={help} />
        </p>
      )}
      <p class="chips">
        <PlaceButton finding={finding} scenario={scenario} />
        <code>{code}</code>
        {diagnostics.length > 1 && <span>and {diagnostics.length - 1} more findings</span>}
      </p>
    </div>
  );
}
