import "./table.css";
import type { TargetedKeyboardEvent, VNode } from "preact";
import { type Entries, useShown } from "./entries.js";
import { useFocus } from "./use-focus.js";

/** A column; its name is the class of its cells. */
export interface Column {
  readonly name: string;
  readonly words: string;
  /** Whether the words are for screen readers only. */
  readonly isSaid?: boolean;
}

interface Props extends Entries {
  readonly label: string;
  readonly columns: readonly Column[];
  /** The cell that one fills in first. */
  readonly first: string;
  remove(index: number): void;
  row(index: number, remove: () => void): VNode;
}

/** Entries as rows. Enter goes a row down, and adds one below the last. */
export function EntryTable({ label, columns, first, remove, row, ...entries }: Props) {
  const { count, none, canAdd, addWords } = entries;
  const { shown, showAll } = useShown(count);
  const { root, goTo } = useFocus();
  const add = (cell: string) => {
    showAll();
    goTo({ row: count, cell }, entries.add);
  };
  const down = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const from = cellOf(event);
    if (!from) return;
    event.preventDefault();
    const to = { row: from.row + 1, cell: from.cell };
    if (to.row < shown) goTo(to);
    else if (to.row < count) goTo(to, showAll);
    else if (canAdd) add(from.cell);
  };
  return (
    <div class="entry-table" ref={root}>
      {count === 0 && <p class="nothing">{none}</p>}
      {count > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
        <section class="table-scroll" aria-label={label} tabIndex={0} onKeyDown={down}>
          <table>
            <Head columns={columns} />
            {Array.from({ length: shown }, (_, index) =>
              row(index, () =>
                goTo({ row: Math.min(index, count - 2), cell: "remove" }, () => remove(index)),
              ),
            )}
          </table>
        </section>
      )}
      {shown < count && (
        <button type="button" class="show-all" onClick={showAll}>
          Show all {count}
        </button>
      )}
      <button type="button" class="add" disabled={!canAdd} onClick={() => add(first)}>
        + {addWords}
      </button>
    </div>
  );
}

function Head({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ name, words, isSaid }) => (
          <th key={name} scope="col" class={name}>
            {isSaid ? <span class="said">{words}</span> : words}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The cell in which Enter was pressed alone; buttons and lists have a use of their own for it. */
function cellOf({ key, target, shiftKey, ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent) {
  if (key !== "Enter" || shiftKey || ctrlKey || altKey || metaKey || isComposing) return undefined;
  if (!(target instanceof HTMLInputElement)) return undefined;
  const { cell } = target.dataset;
  const row = target.closest<HTMLElement>("[data-row]")?.dataset.row;
  return cell !== undefined && row !== undefined ? { cell, row: Number(row) } : undefined;
}
