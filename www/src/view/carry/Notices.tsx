import "./notices.css";
import { useEffect } from "preact/hooks";
import { notice } from "./notice.js";

/** How long something that is done is said, in milliseconds; a problem stays until it is closed. */
const SHOWN = 8000;

/** Says in passing what was done, or what is in the way. */
export function Notices() {
  const now = notice.value;
  const close = () => {
    notice.value = undefined;
  };
  useEffect(() => {
    if (now?.kind !== "done") return undefined;
    const timer = setTimeout(close, SHOWN);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <div class="carry-notices" aria-live="polite">
      {now && (
        <div key={now.id} class={`carry-notice ${now.kind}`}>
          <span aria-hidden="true" class="sign">
            {now.kind === "done" ? "✓" : "!"}
          </span>
          <p>{now.text}</p>
          <button type="button" class="quiet" onClick={close} aria-label="Close this message">
            ✕
          </button>
        </div>
      )}
    </div>
  );
}
