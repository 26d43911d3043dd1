import { useSignal } from "@preact/signals";
import { useId, useMemo } from "preact/hooks";
import type { Outcome } from "reconcile-kit";
import { counted } from "../parts/words.js";
import { FieldRow } from "./FieldRow.js";
import { type Row, rowsOf, type Stored } from "./rows.js";

interface Props {
  readonly outcome: Outcome;
  readonly stored: Stored;
  readonly title: string;
}

/** One object before and after. */
export function ChangeTable({ outcome, stored, title }: Props) {
  const id = useId();
  const rows = useMemo(() => rowsOf(outcome, stored), [outcome, stored]);
  const { written, kept, same } = rows;
  if (written.length + kept.length + same.length === 0) {
    return (
      <section>
        <h3>{title}</h3>
        <p class="lead">{NONE[stored]}</p>
      </section>
    );
  }
  return (
    <section>
      <h3 id={id}>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section class="scroll" aria-labelledby={id} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
              <th scope="col">By</th>
              <th scope="col">From</th>
            </tr>
          </thead>
          <tbody>
            {written.map((row) => (
              <FieldRow key={row.path} row={row} />
            ))}
          </tbody>
          <Folded
            rows={kept}
            words={counted(
              kept.length,
              "field that FusionAuth keeps itself",
              "fields that FusionAuth keeps itself",
            )}
          />
          <Folded rows={same} words={counted(same.length, "field stays", "fields stay")} />
        </table>
      </section>
    </section>
  );
}

const NONE: Readonly<Record<Stored, string>> = {
  user: "No user: nobody is logged in.",
  registration: "No registration for the application.",
  link: "No link to this identity provider.",
};

/** Rows that say little, until somebody asks for them. */
function Folded({ rows, words }: { readonly rows: readonly Row[]; readonly words: string }) {
  const isOpen = useSignal(false);
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr class="folded">
        <td colSpan={5}>
          <button
            type="button"
            class="quiet"
            aria-expanded={isOpen.value}
            onClick={() => {
              isOpen.value = !isOpen.value;
            }}
          >
            <span aria-hidden="true">{isOpen.value ? "▾" : "▸"}</span> {words}
          </button>
        </td>
      </tr>
      {isOpen.value && rows.map((row) => <FieldRow key={row.path} row={row} />)}
    </tbody>
  );
}
