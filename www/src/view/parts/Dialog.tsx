import "./dialog.css";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { focused } from "../../app/shadow.js";
import { Icon } from "./Icon.js";

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
  /** A width for much content. */
  readonly isWide?: boolean;
  /** Stays in sight below what scrolls: buttons that finish. */
  readonly footer?: ComponentChildren;
  onClose(): void;
}

/**
 * Something that lies over the page until it is closed: with Escape, with its button, or by a press beside it. The
 * browser keeps the focus inside; afterwards it goes back to where it was. What has `data-first-focus` gets it first.
 *
 * ```tsx
 * {overlay.value === "share" && <Dialog title="Share" onClose={close}>…</Dialog>}
 * ```
 */
export function Dialog({ title, children, isWide = false, footer, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog);
  return (
    <dialog
      ref={dialog}
      class={isWide ? "dialog wide" : "dialog"}
      aria-labelledby={id}
      {...useClosing(dialog, onClose)}
    >
      <div class="dialog-body">
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" class="quiet icon" onClick={onClose} aria-label="Close">
            <Icon sign="close" />
          </button>
        </header>
        <div class="dialog-content">{children}</div>
        {footer && <footer>{footer}</footer>}
      </div>
    </dialog>
  );
}

/** Opens the dialog, and gives the focus back when it goes. */
export function useModal(dialog: { readonly current: HTMLDialogElement | null }): void {
  // Before anything else can happen: keys that are pressed right after belong to the dialog.
  useLayoutEffect(() => {
    const [opened, before] = [dialog.current, focused()];
    opened?.showModal();
    opened?.querySelector<HTMLElement>("[data-first-focus]")?.focus();
    return () => {
      // It is still there, and nothing beside an open dialog can take the focus.
      opened?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}

/** What closes a dialog. A press has to begin beside it: selecting text and letting go outside is none. */
export function useClosing(
  dialog: { readonly current: HTMLDialogElement | null },
  onClose: () => void,
) {
  const isPressed = useRef(false);
  return {
    onCancel: (event: Event) => {
      // Only the dialog's own: a file input inside has a `cancel` too.
      if (event.target !== dialog.current) return;
      event.preventDefault();
      onClose();
    },
    onPointerDown: (event: PointerEvent) => {
      isPressed.current = event.target === dialog.current;
    },
    onClick: (event: MouseEvent) => {
      if (event.target === dialog.current && isPressed.current) onClose();
    },
    onKeyDown: (event: KeyboardEvent) => event.stopPropagation(),
  };
}
