import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface Props {
  readonly label: string;
  readonly isOn: boolean;
  /** What FusionAuth does with it. */
  readonly children: ComponentChildren;
  readonly isDisabled?: boolean;
  onChange(isOn: boolean): void;
}

/** Whether something is in use, with a sentence about it. */
export function Switch({ label, isOn, children, isDisabled = false, onChange }: Props) {
  const id = useId();
  return (
    <div class="mapping-switch">
      <label>
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          disabled={isDisabled}
          aria-describedby={id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      <p id={id}>{children}</p>
    </div>
  );
}
