import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props {
  readonly title: string;
  /** Whether the scenario says something about it. */
  readonly isUsed: boolean;
  readonly children: ComponentChildren;
}

/** A part of the settings that most scenarios leave alone. */
export function Foldable({ title, isUsed, children }: Props) {
  const [isOpen, setOpen] = useState(isUsed);
  return (
    <details
      class="foldable"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h2>{title}</h2>
        {!isUsed && <span class="aside">not used</span>}
      </summary>
      {isOpen && children}
    </details>
  );
}
