import "./tabs.css";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

/** A tab and what it opens. */
export interface Tab<Name extends string> {
  readonly name: Name;
  readonly title: string;
  /** Shown small beside the title: a count, or a mark; `said` is what a screen reader says instead. */
  readonly badge?:
    | {
        readonly text: string;
        readonly said: string;
        /** A colour that goes with what the text says. */
        readonly tone?: "good" | "warn" | "bad" | "accent";
      }
    | undefined;
  render(): ComponentChildren;
}

interface Props<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly chosen: Name;
  onChoose(name: Name): void;
}

/**
 * Tabs as the ARIA practices have them: arrow keys go from one to the next, and only the open one is a tab stop. Where
 * they do not fit, the list scrolls, its edge fades, and the open one is in sight. In a pane the list stays at the top
 * while what it opens scrolls.
 */
export function Tabs<Name extends string>({ label, tabs, chosen, onChoose }: Props<Name>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const open = tabs.find(({ name }) => name === chosen) ?? tabs[0];
  useEffect(() => (list.current?.parentElement ? fading(list.current) : undefined), []);
  useEffect(() => reveal(list.current), [open?.name]);
  const go = (event: KeyboardEvent) => {
    const to =
      tabs[
        target(
          event.key,
          tabs.findIndex(({ name }) => name === open?.name),
          tabs.length,
        )
      ];
    if (!to) return;
    event.preventDefault();
    onChoose(to.name);
    document.getElementById(`${id}-${to.name}`)?.focus();
  };
  return (
    <div class="tabs">
      <div ref={list} class="tab-list" role="tablist" aria-label={label} onKeyDown={go}>
        {tabs.map((tab) => (
          <TabButton
            key={tab.name}
            id={id}
            tab={tab}
            isOpen={tab.name === open?.name}
            onChoose={() => onChoose(tab.name)}
          />
        ))}
      </div>
      <div
        class="tab-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${open?.name}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls has to be reachable by keyboard
        tabIndex={0}
      >
        {open?.render()}
      </div>
    </div>
  );
}

interface TabButtonProps {
  readonly id: string;
  readonly tab: Tab<string>;
  readonly isOpen: boolean;
  onChoose(): void;
}

function TabButton({ id, tab: { name, title, badge }, isOpen, onChoose }: TabButtonProps) {
  return (
    <button
      type="button"
      role="tab"
      id={`${id}-${name}`}
      aria-selected={isOpen}
      aria-controls={`${id}-panel`}
      tabIndex={isOpen ? 0 : -1}
      onClick={onChoose}
    >
      {/* As wide as it is when it is chosen, so that its neighbours stay where they are. */}
      <span class="tab-title" data-title={title}>
        {title}
      </span>
      {badge && (
        <span class={`badge ${badge.tone ?? ""}`}>
          <span aria-hidden="true">{badge.text}</span>
          <span class="said">{badge.said}</span>
        </span>
      )}
    </button>
  );
}

/** The tab that a key leads to; -1 for a key that leads nowhere. */
function target(key: string, now: number, count: number): number {
  if (key === "ArrowRight") return (now + 1) % count;
  if (key === "ArrowLeft") return (now - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : -1;
}

/** Marks the edges behind which there are more tabs. */
function fading(list: HTMLElement): () => void {
  const mark = () => {
    const rest = list.scrollWidth - list.clientWidth - list.scrollLeft;
    list.classList.toggle("more-before", list.scrollLeft > 1);
    list.classList.toggle("more-after", rest > 1);
  };
  const size = new ResizeObserver(() => {
    mark();
    reveal(list);
  });
  list.addEventListener("scroll", mark, { passive: true });
  size.observe(list);
  return () => {
    list.removeEventListener("scroll", mark);
    size.disconnect();
  };
}

/** Scrolls the list, and nothing else, so that the open tab is seen whole, with a bit of its neighbour. */
function reveal(list: HTMLElement | null): void {
  const tab = list?.querySelector<HTMLElement>('[aria-selected="true"]');
  if (!list || !tab) return;
  const [at, seen] = [tab.getBoundingClientRect(), list.getBoundingClientRect()];
  const beside = Math.min(32, (seen.width - at.width) / 2);
  if (at.left < seen.left + beside) list.scrollLeft -= seen.left + beside - at.left;
  else if (at.right > seen.right - beside) list.scrollLeft += at.right - seen.right + beside;
}
