import { useId, useState } from "preact/hooks";
import type { Template } from "./templates.js";

interface Props {
  /** Loads the choices when they are first wanted. */
  load(): Promise<readonly Template[]>;
  onChoose(text: string): void;
}

/** Puts a template in place of the text; the page's undo takes it back. */
export function StartFrom({ load, onChoose }: Props) {
  const id = useId();
  const [templates, setTemplates] = useState<readonly Template[]>([]);
  const fill = () => {
    if (templates.length === 0) void load().then(setTemplates);
  };
  return (
    <span class="start-from">
      <label for={id}>Start from</label>
      <select
        id={id}
        value=""
        onFocus={fill}
        onPointerEnter={fill}
        onChange={(event) => {
          const chosen = templates.find(({ name }) => name === event.currentTarget.value);
          event.currentTarget.value = "";
          if (chosen) onChoose(chosen.text);
        }}
      >
        <option value="">a template…</option>
        {templates.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
