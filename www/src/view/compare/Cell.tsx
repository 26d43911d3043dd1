import type { Outcome } from "reconcile-kit";
import { Broken } from "./Broken.js";
import type { Row } from "./rows.js";
import { endsAlike, SIGNS, shapeOf, wordsOf } from "./verdict.js";

interface Props {
  readonly row: Row;
  readonly strategy: string;
  readonly outcome: Outcome | undefined;
  /** The same login's outcome under the draft's own strategy. */
  readonly own: Outcome | undefined;
  readonly isOwn: boolean;
  /** Row and column, by which the arrow keys find it. */
  readonly at: string;
  readonly isOpen: boolean;
  readonly isStop: boolean;
  onFocus(): void;
  onOpen(): void;
  onKey(event: KeyboardEvent): void;
}

/** What a login leads to under a strategy. */
export function Cell({ row, strategy, outcome, own, isOwn, at, isOpen, isStop, ...on }: Props) {
  const differs = outcome && own && !endsAlike(outcome, own);
  const shape = outcome && shapeOf(outcome);
  const classes = ["cell", shape ?? "none", row.isOld || row.refusal ? "old" : ""].join(" ");
  return (
    <td class={isOwn ? "own" : ""}>
      <button
        type="button"
        class={classes}
        data-at={at}
        tabIndex={isStop ? 0 : -1}
        aria-expanded={isOpen}
        onFocus={on.onFocus}
        onClick={on.onOpen}
        onKeyDown={on.onKey}
      >
        <span class="said">
          {strategy}, {row.login.title}:{" "}
        </span>
        {outcome && shape ? (
          <>
            <span class="ending">
              <span class="sign" aria-hidden="true">
                {SIGNS[shape]}
              </span>
              <span class="status">{outcome.status}</span> {wordsOf(outcome)}
              {differs && (
                <span class="differs" aria-hidden="true">
                  {"\u00a0≠"}
                </span>
              )}
            </span>
            {outcome.error && (
              <span class="code">
                <Broken name={outcome.error.code} />
              </span>
            )}
            {differs && <span class="said">, differs from the scenario's own strategy</span>}
          </>
        ) : (
          <Without row={row} />
        )}
      </button>
    </td>
  );
}

function Without({ row }: { readonly row: Row }) {
  return <span class="ending">{row.refusal ? "cannot be simulated" : "is simulated …"}</span>;
}
