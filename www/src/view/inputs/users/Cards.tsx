import type { VNode } from "preact";
import type { Entries } from "./entries.js";
import { useShown } from "./entries.js";

interface Props extends Entries {
  card(index: number): VNode;
}

/** Entries one below the other, where there is no room for a table. */
export function Cards({ count, none, canAdd, addWords, add, card }: Props) {
  const { shown, showAll } = useShown(count);
  return (
    <>
      {count === 0 && <p class="nothing">{none}</p>}
      {count > 0 && (
        <ul class="entries">{Array.from({ length: shown }, (_, index) => card(index))}</ul>
      )}
      {shown < count && (
        <button type="button" class="show-all" onClick={showAll}>
          Show all {count}
        </button>
      )}
      <button type="button" disabled={!canAdd} onClick={add}>
        + {addWords}
      </button>
    </>
  );
}
