import "./fields.css";
// A form's fields. Each edits one value of a JSON text; an empty field takes the value out.

import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import type { Path } from "../../../draft/edit.js";
import type { JsonForm } from "./json-form.js";

interface Base {
  readonly form: JsonForm;
  readonly path: Path;
  readonly label: string;
  readonly help?: ComponentChildren;
}

interface Text extends Base {
  /** What counts where the field is empty. */
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
}

/** A text. */
export function TextField({ form, path, label, help, placeholder, suggestions }: Text) {
  const id = useId();
  return (
    <Row id={id} label={label} help={help}>
      <input
        id={id}
        aria-describedby={help ? `${id}-help` : undefined}
        list={suggestions ? `${id}-list` : undefined}
        spellcheck={false}
        autocomplete="off"
        placeholder={placeholder ?? ""}
        value={form.string(path)}
        onInput={({ currentTarget: { value } }) => form.set(path, value === "" ? undefined : value)}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </Row>
  );
}

/** A secret: hidden until somebody asks to see it. It has a form of its own, without which browsers complain. */
export function SecretField({ form, path, label, help, placeholder }: Text) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <Row id={id} label={label} help={help}>
      <form class="with-button" onSubmit={(event) => event.preventDefault()}>
        <input
          id={id}
          {...(isShown ? { type: "text" as const } : { type: "password" as const })}
          aria-describedby={help ? `${id}-help` : undefined}
          spellcheck={false}
          autocomplete="off"
          placeholder={placeholder ?? ""}
          value={form.string(path)}
          onInput={({ currentTarget: { value } }) =>
            form.set(path, value === "" ? undefined : value)
          }
        />
        <button
          type="button"
          aria-pressed={isShown}
          aria-label={`Show ${label}`}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? "Hide" : "Show"}
        </button>
      </form>
    </Row>
  );
}

/** A whole number. */
export function NumberField({ form, path, label, help, placeholder }: Text) {
  const id = useId();
  return (
    <Row id={id} label={label} help={help}>
      <input
        id={id}
        type="number"
        min={0}
        step={1}
        aria-describedby={help ? `${id}-help` : undefined}
        placeholder={placeholder ?? ""}
        value={form.string(path)}
        onInput={({ currentTarget: { value, valueAsNumber } }) => {
          if (value === "") form.set(path, undefined);
          else if (Number.isSafeInteger(valueAsNumber)) form.set(path, valueAsNumber);
        }}
      />
    </Row>
  );
}

interface Check extends Base {
  /** What counts where nothing is said. */
  readonly standard: boolean;
}

/** True or false. */
export function CheckField({ form, path, label, help, standard }: Check) {
  const id = useId();
  const value = form.value(path);
  return (
    <div class="field tick">
      <label>
        <input
          type="checkbox"
          aria-describedby={help ? `${id}-help` : undefined}
          checked={typeof value === "boolean" ? value : standard}
          onChange={({ currentTarget: { checked } }) => form.set(path, checked)}
        />
        {label}
      </label>
      {help && (
        <p class="hint" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

interface Select {
  readonly label: string;
  readonly help?: ComponentChildren;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  onChoose(value: string): void;
}

/** One of several values. A value that is none of them is kept and shown. */
export function SelectField({ label, help, value, options, onChoose }: Select) {
  const id = useId();
  const isKnown = options.some((option) => option.value === value);
  return (
    <Row id={id} label={label} help={help}>
      <select
        id={id}
        aria-describedby={help ? `${id}-help` : undefined}
        value={value}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {!isKnown && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </Row>
  );
}

interface RowProps {
  readonly id: string;
  readonly label: string;
  readonly help?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A label, its field, and a line of help. */
export function Row({ id, label, help, children }: RowProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {help && (
        <p class="hint" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

/** Fields that belong together. */
export function Group({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
