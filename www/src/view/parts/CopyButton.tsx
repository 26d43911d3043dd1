import { useEffect, useRef, useState } from "preact/hooks";
import { toClipboard } from "../../app/clipboard.js";
import { Icon } from "./Icon.js";

interface Props {
  /** What is copied, or how to get it when the button is pressed. */
  readonly text: string | (() => string | Promise<string>);
  /** What the button says: `Copy link`. */
  readonly label: string;
  /** Shows the sign alone; the label is what a screen reader says. */
  readonly isIcon?: boolean;
  /** Further classes of the button: `primary`, `small`. */
  readonly class?: string;
}

/** How long the button says that it worked, in milliseconds. */
const SAID_FOR = 2000;

/**
 * Copies a text, and says so, in sight and to a screen reader. Without the clipboard's API, such as on a page that was
 * not served securely, it falls back to the browser's older way.
 *
 * ```tsx
 * <CopyButton label="Copy JSON" text={() => result.value?.text ?? ""} class="small" />
 * ```
 */
export function CopyButton({ text, label, isIcon = false, class: classes = "" }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (said === "") return;
    const timer = setTimeout(() => setSaid(""), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const press = async () => {
    const wasCopied = await copied(text, button.current);
    setSaid(wasCopied ? "Copied" : "Could not be copied");
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={`${classes} ${isIcon ? "icon" : ""}`}
        aria-label={isIcon ? label : undefined}
        onClick={() => void press()}
      >
        <Icon sign={said === "Copied" ? "check" : "copy"} />
        {!isIcon && (said || label)}
      </button>
      <span class="said" role="status">
        {said}
      </span>
    </>
  );
}

async function copied(text: Props["text"], beside: HTMLElement | null): Promise<boolean> {
  try {
    const whole = typeof text === "string" ? text : await text();
    if (await toClipboard(whole)) return true;
    return selectAndCopy(whole, beside);
  } catch {
    return false;
  }
}

/** Beside the button, because nothing outside an open dialog can be selected. */
function selectAndCopy(text: string, beside: HTMLElement | null): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "said";
  area.setAttribute("aria-hidden", "true");
  beside?.after(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  beside?.focus();
  return isCopied;
}
