import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** What ties an input to its label and its help: spread it onto the input. */
export interface Tied {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": "true" | undefined;
}

interface FieldProps {
  readonly label: ComponentChildren;
  /** A sentence below the input. */
  readonly help?: ComponentChildren;
  /** What is wrong with what was typed; it is said at once. */
  readonly error?: ComponentChildren;
  children(tied: Tied): ComponentChildren;
}

/**
 * A label above an input, with help and error below it.
 *
 * ```tsx
 * <Field label="Scope" help="Separated by blanks">{(tied) => <input {...tied} value={scope} />}</Field>
 * ```
 */
export function Field({ label, help, error, children }: FieldProps) {
  const id = useId();
  const describes = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        "aria-describedby": describes || undefined,
        "aria-invalid": error ? "true" : undefined,
      })}
      <span class="field-error" id={`${id}-error`} role="alert" hidden={!error}>
        {error}
      </span>
      {help && (
        <span class="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}
