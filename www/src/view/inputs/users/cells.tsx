// A table's cells. Each edits one value, as a form's fields do; the column's head is their label.

import type { Path } from "../../../draft/edit.js";
import type { JsonForm } from "../parts/json-form.js";

interface Props {
  readonly form: JsonForm;
  readonly path: Path;
  readonly label: string;
  /** The cell's name, by which the focus finds it in another row. */
  readonly cell: string;
}

interface Text extends Props {
  readonly placeholder?: string;
  /** Whether the cell would go away with its value, and has to stay while one types in it. */
  readonly isFleeting?: boolean;
}

/** A text; an empty one takes the value out. */
export function TextInput({ form, path, label, cell, placeholder, isFleeting }: Text) {
  return (
    <input
      data-cell={cell}
      aria-label={label}
      spellcheck={false}
      autocomplete="off"
      placeholder={placeholder ?? ""}
      value={form.string(path)}
      onInput={({ currentTarget: { value } }) =>
        form.set(path, value === "" && !isFleeting ? undefined : value)
      }
      onBlur={({ currentTarget: { value } }) => {
        if (isFleeting && value === "") form.set(path, undefined);
      }}
    />
  );
}

/** True or false. */
export function CheckInput({
  form,
  path,
  label,
  cell,
  standard,
}: Props & {
  /** What counts where nothing is said. */
  readonly standard: boolean;
}) {
  const value = form.value(path);
  return (
    <label class="tick">
      <input
        type="checkbox"
        data-cell={cell}
        aria-label={label}
        checked={typeof value === "boolean" ? value : standard}
        onChange={({ currentTarget: { checked } }) => form.set(path, checked)}
      />
    </label>
  );
}

/** Takes the row away. */
export function RemoveButton({
  label,
  remove,
}: {
  readonly label: string;
  readonly remove: () => void;
}) {
  return (
    <button
      type="button"
      class="quiet remove"
      data-cell="remove"
      aria-label={label}
      onClick={remove}
    >
      ✕
    </button>
  );
}
