import { SPLIT, setSplit, split } from "../../app/layout.js";

/** How far an arrow key moves, in percent; with Shift, further. */
const STEP = { short: 2, long: 10 };

/** What stands between the panes, and moves with pointer and keys. A double click puts it back. */
export function Separator() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      class="separator"
      role="separator"
      tabIndex={0}
      aria-label="Width of the panes"
      aria-orientation="vertical"
      aria-controls="pane-input"
      aria-valuenow={Math.round(split.value)}
      aria-valuemin={SPLIT.least}
      aria-valuemax={SPLIT.most}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onDblClick={() => setSplit(SPLIT.standard)}
      onKeyDown={press}
    />
  );
}

function drag(event: PointerEvent): void {
  const separator = event.currentTarget;
  if (!(separator instanceof HTMLElement) || !separator.hasPointerCapture(event.pointerId)) return;
  const panes = separator.parentElement?.getBoundingClientRect();
  if (panes) setSplit(((event.clientX - panes.left) / panes.width) * 100);
}

function press(event: KeyboardEvent): void {
  const step = event.shiftKey ? STEP.long : STEP.short;
  const to: Record<string, number> = {
    ArrowLeft: split.value - step,
    ArrowRight: split.value + step,
    Home: SPLIT.least,
    End: SPLIT.most,
    Enter: SPLIT.standard,
  };
  const percent = to[event.key];
  if (percent === undefined) return;
  event.preventDefault();
  setSplit(percent);
}
