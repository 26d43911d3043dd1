import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A tab and what it opens. */
export interface Tab<Name extends string> {
  readonly name: Name;
  readonly title: string;
  /** Shown small beside the title: a count, or a mark; `said` is what a screen reader says instead. */
  readonly badge?: { readonly text: string; readonly said: string } | undefined;
  render(): ComponentChildren;
}

interface Props<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly chosen: Name;
  onChoose(name: Name): void;
}

/** Tabs as the ARIA practices have them: arrow keys go from one to the next, and only the open one is a tab stop. */
export function Tabs<Name extends string>({ label, tabs, chosen, onChoose }: Props<Name>) {
  const id = useId();
  const open = tabs.find(({ name }) => name === chosen) ?? tabs[0];
  const go = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const now = tabs.findIndex(({ name }) => name === open?.name);
    const next =
      Math.abs(step) === 1
        ? (now + step + tabs.length) % tabs.length
        : step < 0
          ? 0
          : tabs.length - 1;
    const to = tabs[next];
    if (!to) return;
    onChoose(to.name);
    document.getElementById(`${id}-${to.name}`)?.focus();
  };
  return (
    <div class="tabs">
      <div class="tab-list" role="tablist" aria-label={label} onKeyDown={go}>
        {tabs.map(({ name, title, badge }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={name === open?.name}
            aria-controls={`${id}-panel`}
            tabIndex={name === open?.name ? 0 : -1}
            onClick={() => onChoose(name)}
          >
            {title}
            {badge && (
              <span class="badge">
                <span aria-hidden="true">{badge.text}</span>
                <span class="said">{badge.said}</span>
              </span>
            )}
          </button>
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
