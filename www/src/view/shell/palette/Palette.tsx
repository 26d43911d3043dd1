import "./palette.css";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { loadExamples } from "../../../examples/all.js";
import { useClosing, useModal } from "../../parts/Dialog.js";
import { Icon } from "../../parts/Icon.js";
import { Keys } from "../Keys.js";
import { type Entry, type Group, groups, used } from "./entries.js";

/** Finds a command or an example by a few letters: an editable combobox with a list, as the ARIA practices have it. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  useModal(dialog);
  useEffect(() => void loadExamples(), []);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active, query]);
  const shown = groups(query);
  const all = shown.flatMap(({ entries }) => entries);
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    used(entry);
    onClose();
    // The focus goes back first, so that a command may put it somewhere else.
    setTimeout(() => entry.run());
  };
  const find = (letters: string) => {
    setQuery(letters);
    setActive(0);
  };
  const press = (event: KeyboardEvent) => {
    const to = moved(event.key, active, all.length);
    if (event.key !== "Enter" && to === undefined) return;
    event.preventDefault();
    if (to === undefined) run(all[active]);
    else setActive(to);
  };
  const chosen = all.length > 0 ? `${id}-${active}` : undefined;
  return (
    <dialog
      ref={dialog}
      class="dialog palette"
      aria-label="Commands"
      {...useClosing(dialog, onClose)}
    >
      <div class="palette-body">
        <Find id={id} chosen={chosen} {...{ query, find, press, onClose }} />
        <List id={id} shown={shown} active={active} onActive={setActive} onRun={run} />
        <p class="said" role="status">
          {all.length === 0 ? "Nothing has these letters" : ""}
        </p>
      </div>
    </dialog>
  );
}

interface FindProps {
  readonly id: string;
  /** The id of the line that Enter runs. */
  readonly chosen: string | undefined;
  readonly query: string;
  find(letters: string): void;
  press(event: KeyboardEvent): void;
  onClose(): void;
}

function Find({ id, chosen, query, find, press, onClose }: FindProps) {
  return (
    <div class="palette-find">
      <Icon sign="search" />
      <input
        role="combobox"
        aria-label="Find a command or an example"
        aria-expanded={chosen !== undefined}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen}
        autocomplete="off"
        spellcheck={false}
        placeholder="Find a command or an example"
        data-first-focus
        value={query}
        onInput={(event) => find(event.currentTarget.value)}
        onKeyDown={press}
      />
      <button type="button" class="quiet icon" aria-label="Close" onClick={onClose}>
        <Icon sign="close" />
      </button>
    </div>
  );
}

function moved(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === "ArrowDown") return (active + 1) % count;
  if (key === "ArrowUp") return (active - 1 + count) % count;
  if (key === "PageDown") return Math.min(active + 8, count - 1);
  return key === "PageUp" ? Math.max(active - 8, 0) : undefined;
}

interface ListProps {
  readonly id: string;
  readonly shown: readonly Group[];
  readonly active: number;
  onActive(index: number): void;
  onRun(entry: Entry): void;
}

function List({ id, shown, active, onActive, onRun }: ListProps) {
  let index = -1;
  return (
    <div id={`${id}-list`} class="palette-list" role="listbox" aria-label="Commands and examples">
      {shown.map(({ title, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: it is no part of a form
        <div key={title} role="group" aria-label={title}>
          <div class="palette-group" aria-hidden="true">
            {title}
          </div>
          {entries.map((entry) => {
            index += 1;
            const at = index;
            return (
              <Line
                key={entry.id}
                id={`${id}-${at}`}
                entry={entry}
                isActive={at === active}
                isGroupShown={title === "Found"}
                onActive={() => onActive(at)}
                onRun={() => onRun(entry)}
              />
            );
          })}
        </div>
      ))}
      {shown.length === 0 && <p class="empty">Nothing has these letters.</p>}
    </div>
  );
}

interface LineProps {
  readonly id: string;
  readonly entry: Entry;
  readonly isActive: boolean;
  readonly isGroupShown: boolean;
  onActive(): void;
  onRun(): void;
}

function Line({ id, entry, isActive, isGroupShown, onActive, onRun }: LineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and takes the keys
    <div
      id={id}
      class={isActive ? "palette-line active" : "palette-line"}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onPointerMove={onActive}
      onClick={onRun}
    >
      <span class="palette-title">{entry.title}</span>
      {isGroupShown && <span class="palette-aside">{entry.group}</span>}
      {entry.keys && <Keys keys={entry.keys} />}
    </div>
  );
}
