import "./popup.css";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Icon, type Sign } from "./Icon.js";
import { type Align, place } from "./place.js";

/** Something in a menu. */
export interface MenuItem {
  readonly title: string;
  readonly sign?: Sign;
  /** Shown at the end: a key, or a state. */
  readonly aside?: ComponentChildren;
  /** Whether it is the one chosen among its neighbours; makes it a radio item. */
  readonly isChosen?: boolean;
  readonly isDisabled?: boolean;
  /** A line above it. */
  readonly isFirstOfGroup?: boolean;
  run(): void;
}

interface Props {
  /** What a screen reader calls button and menu. */
  readonly label: string;
  /** What the button shows. */
  readonly children: ComponentChildren;
  readonly items: readonly MenuItem[];
  readonly align?: Align;
  readonly class?: string;
}

/**
 * A button that opens a list of actions, with the keys of the ARIA practices: arrows, Home, End, first letters, Escape.
 *
 * ```tsx
 * <Menu label="More" items={[{ title: "Export", run: openExport }]}><Icon sign="menu" /></Menu>
 * ```
 */
export function Menu({ label, children, items, align = "end", class: classes = "" }: Props) {
  const id = useId();
  const { button, menu, isOpen, show, wasOpen } = usePopup(align);
  const choose = (item: MenuItem) => {
    menu.current?.hidePopover();
    button.current?.focus();
    item.run();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={classes}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        // A press outside an open menu, so on its button too, has closed it by now.
        onClick={({ detail }) => (detail === 0 || !wasOpen.current) && show("first")}
        onKeyDown={(event) => opening(event, show)}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        class="popup"
        popover="auto"
        role="menu"
        aria-label={label}
        onKeyDown={(event) => move(event, menu.current, button.current)}
      >
        {items.map((item) => (
          <Entry key={item.title} item={item} onChoose={() => choose(item)} />
        ))}
      </div>
    </>
  );
}

/** The button, what it opens, and whether that is open. */
function usePopup(align: Align) {
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const popup = menu.current;
    const onToggle = (event: Event) => setOpen((event as ToggleEvent).newState === "open");
    popup?.addEventListener("toggle", onToggle);
    return () => popup?.removeEventListener("toggle", onToggle);
  }, []);
  const show = (at: "first" | "last") => {
    if (!menu.current || !button.current) return;
    menu.current.showPopover();
    place(menu.current, button.current, align);
    const all = enabled(menu.current);
    all.at(at === "first" ? 0 : -1)?.focus();
  };
  return { button, menu, isOpen, show, wasOpen };
}

function opening(event: KeyboardEvent, show: (at: "first" | "last") => void): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  show(event.key === "ArrowDown" ? "first" : "last");
}

function Entry({ item, onChoose }: { readonly item: MenuItem; readonly onChoose: () => void }) {
  const { title, sign, aside, isChosen, isDisabled = false, isFirstOfGroup = false } = item;
  return (
    <>
      {isFirstOfGroup && <hr />}
      <button
        type="button"
        {...(isChosen === undefined
          ? { role: "menuitem" }
          : { role: "menuitemradio", "aria-checked": isChosen })}
        aria-disabled={isDisabled}
        tabIndex={-1}
        onPointerMove={(event) => event.currentTarget.focus()}
        onClick={() => !isDisabled && onChoose()}
      >
        {sign && <Icon sign={sign} />}
        <span class="popup-title">{title}</span>
        {isChosen && <Icon sign="check" />}
        {aside}
      </button>
    </>
  );
}

function enabled(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
}

function move(event: KeyboardEvent, menu: HTMLElement | null, button: HTMLElement | null): void {
  const all = enabled(menu);
  const now = all.indexOf(document.activeElement as HTMLElement);
  const to = (index: number) => {
    event.preventDefault();
    all.at(index % all.length)?.focus();
  };
  event.stopPropagation();
  if (event.key === "ArrowDown") to(now + 1);
  else if (event.key === "ArrowUp") to(now - 1);
  else if (event.key === "Home") to(0);
  else if (event.key === "End") to(-1);
  else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    menu?.hidePopover();
    button?.focus();
  } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
    const after = [...all.slice(now + 1), ...all.slice(0, now + 1)];
    const letter = event.key.toLowerCase();
    after.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter))?.focus();
  }
}
