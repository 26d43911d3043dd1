import "./popup.css";
import { cloneElement, type VNode } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { place } from "./place.js";

interface Props {
  /** A few words. What is needed to understand the page does not belong in here. */
  readonly words: string;
  /** One element that can have focus, such as a button. */
  readonly children: VNode<{ "aria-describedby"?: string }>;
}

/** So that words do not flash up under a pointer that only passes; and time to move onto them. */
const SHOW_AFTER = 350;
const HIDE_AFTER = 120;
/** A finger does not stay: the words go by themselves. */
const TOUCHED_FOR = 2500;

/**
 * A few words about something, reached by pointer, by focus and by touch. Escape hides them, and the pointer may go
 * onto them.
 *
 * ```tsx
 * <Tooltip words="Takes the last change back"><button type="button">Undo</button></Tooltip>
 * ```
 */
export function Tooltip({ words, children }: Props) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [isShown, setShown] = useState(false);
  const later = (shown: boolean, after: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(shown), after);
  };
  const now = (shown: boolean) => {
    clearTimeout(timer.current);
    setShown(shown);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (isShown) return showTip(anchor.current, tip.current, () => setShown(false));
  }, [isShown]);
  return (
    <span
      ref={anchor}
      class="tooltip-anchor"
      onPointerEnter={(event) => event.pointerType === "mouse" && later(true, SHOW_AFTER)}
      onPointerLeave={(event) => event.pointerType === "mouse" && later(false, HIDE_AFTER)}
      onPointerDown={(event) => {
        now(event.pointerType !== "mouse");
        if (event.pointerType !== "mouse") later(false, TOUCHED_FOR);
      }}
      onFocusIn={(event) => isByKeyboard(event.target) && now(true)}
      onFocusOut={() => now(false)}
    >
      {cloneElement(children, { "aria-describedby": id })}
      <span ref={tip} id={id} class="tooltip" role="tooltip" popover="manual">
        {words}
      </span>
    </span>
  );
}

function isByKeyboard(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(":focus-visible");
}

function showTip(anchor: HTMLElement | null, tip: HTMLElement | null, hide: () => void) {
  const owner = anchor?.firstElementChild;
  if (!tip || !(owner instanceof HTMLElement)) return;
  tip.showPopover();
  place(tip, owner, "centre");
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // It is the words that go away, and not the dialog that they are in.
    event.preventDefault();
    event.stopPropagation();
    hide();
  };
  const onPress = (event: PointerEvent) => {
    if (event.target instanceof Node && !anchor?.contains(event.target)) hide();
  };
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("pointerdown", onPress, true);
  document.addEventListener("scroll", hide, true);
  return () => {
    document.removeEventListener("keydown", onKey, true);
    document.removeEventListener("pointerdown", onPress, true);
    document.removeEventListener("scroll", hide, true);
    if (tip.isConnected) tip.hidePopover();
  };
}
