import "./popup.css";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Icon } from "./Icon.js";
import { place } from "./place.js";

/** Something to choose, and what it means. */
export interface Explained {
  readonly value: string;
  /** A sentence. */
  readonly words: string;
}

interface Props {
  readonly label: string;
  readonly options: readonly Explained[];
  /** What is chosen; it may be none of the options. */
  readonly value: string;
  /** The id of an element that describes the choice. */
  readonly describedBy?: string;
  /** It says what is chosen, and cannot be opened. */
  readonly isDisabled?: boolean;
  onChoose(value: string): void;
}

/**
 * A list to choose one of, in which every option says what it means: the select-only combobox of the ARIA practices.
 * Closed, arrows and first letters open it; open, Enter, Space and Tab choose, and Escape leaves everything as it was.
 */
export function Choice(props: Props) {
  const { label, options, value, describedBy, isDisabled = false, onChoose } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | undefined>(undefined);
  const isOpen = active !== undefined;
  const chosen = options.findIndex((option) => option.value === value);
  const close = (index?: number) => {
    setActive(undefined);
    const option = index === undefined ? undefined : options[index];
    if (option && option.value !== value) onChoose(option.value);
  };
  const press = (event: KeyboardEvent) => {
    const next = isDisabled
      ? undefined
      : pressed(event, { active, chosen: Math.max(chosen, 0), options });
    if (!next) return;
    if (event.key !== "Tab") event.preventDefault();
    if (isOpen) event.stopPropagation();
    if ("close" in next) close(next.close);
    else setActive(next.active);
  };
  return (
    <>
      <div
        ref={box}
        class="choice-button"
        role="combobox"
        tabIndex={0}
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        aria-describedby={describedBy}
        aria-disabled={isDisabled}
        onClick={() => !isDisabled && (isOpen ? close() : setActive(Math.max(chosen, 0)))}
        onKeyDown={press}
        onBlur={() => close()}
      >
        <span class="choice-value">{value}</span>
        <Icon sign="down" />
      </div>
      <List {...{ id, label, options, active, chosen, box, setActive, close }} />
    </>
  );
}

interface ListProps extends Pick<Props, "label" | "options"> {
  readonly id: string;
  /** The option that keys are on; none while the list is closed. */
  readonly active: number | undefined;
  readonly chosen: number;
  /** What the list stands beside. */
  readonly box: { readonly current: HTMLElement | null };
  setActive(index: number): void;
  close(index: number): void;
}

function List({ id, label, options, active, chosen, box, setActive, close }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const isOpen = active !== undefined;
  useEffect(() => {
    if (!isOpen) return list.current?.hidePopover();
    list.current?.showPopover();
    if (list.current && box.current) place(list.current, box.current, "start");
  }, [isOpen]);
  useEffect(() => {
    if (isOpen) list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={list}
      id={`${id}-list`}
      class="popup choice-list"
      popover="manual"
      role="listbox"
      aria-label={label}
      // The focus stays where it is, so that a press on the list does not close it first.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and takes the keys
        <div
          key={option.value}
          id={`${id}-${index}`}
          class={index === active ? "active" : ""}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onPointerMove={() => isOpen && setActive(index)}
          onClick={() => close(index)}
        >
          {index === chosen && <Icon sign="check" />}
          <span class="choice-title">{option.value}</span>
          <span class="choice-words">{option.words}</span>
        </div>
      ))}
    </div>
  );
}

interface State {
  readonly active: number | undefined;
  readonly chosen: number;
  readonly options: readonly Explained[];
}

type Next = { readonly close: number | undefined } | { readonly active: number };

function pressed(event: KeyboardEvent, { active, chosen, options }: State): Next | undefined {
  const { key, altKey, ctrlKey, metaKey } = event;
  const last = options.length - 1;
  if (ctrlKey || metaKey) return undefined;
  if (active === undefined) {
    if (["ArrowDown", "ArrowUp", "Enter", " "].includes(key)) return { active: chosen };
    return letter(key, chosen, options);
  }
  if (key === "Escape") return { close: undefined };
  if (key === "Enter" || key === " " || key === "Tab" || (key === "ArrowUp" && altKey)) {
    return { close: active };
  }
  const steps: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1 };
  const to = { ...steps, Home: 0, End: last, PageUp: 0, PageDown: last }[key];
  if (to !== undefined) return { active: Math.min(Math.max(to, 0), last) };
  return letter(key, active, options);
}

/** The next option that begins so, or has a word that does: `u` finds `LinkByUsername`. */
function letter(key: string, from: number, options: readonly Explained[]): Next | undefined {
  if (!/^[a-z]$/i.test(key)) return undefined;
  const starts = ({ value }: Explained) =>
    value.startsWith(key.toUpperCase()) || new RegExp(`[a-z]${key.toUpperCase()}`).test(value);
  for (let step = 1; step <= options.length; step++) {
    const index = (from + step) % options.length;
    const option = options[index];
    if (option && starts(option)) return { active: index };
  }
  return undefined;
}
