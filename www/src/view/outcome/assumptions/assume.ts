import { editSection } from "../../../app/actions.js";
import { draft } from "../../../app/store.js";
import { valueAt, withValue } from "../../../draft/edit.js";

/** Simulates with another value of an assumption; `undefined` goes back to the default. */
export function assume(id: string, value: string | undefined): void {
  const before = draft.peek().sections.assumptions;
  const after = withValue(before, [id], value);
  const left = valueAt(after, []);
  const isEmpty = typeof left === "object" && left !== null && Object.keys(left).length === 0;
  editSection("assumptions", isEmpty ? "" : after);
}
