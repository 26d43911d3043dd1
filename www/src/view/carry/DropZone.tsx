import "./carry.css";
import { useEffect, useState } from "preact/hooks";
import { isTyping } from "../../app/keys.js";
import { later } from "./load.js";

/** Takes in what is dropped on the page or pasted beside its fields. */
export function DropZone() {
  const [isDragging, setDragging] = useState(false);
  useEffect(() => follow(setDragging), []);
  return (
    isDragging && (
      <div class="carry-drop" aria-hidden="true">
        <div>
          <strong>Drop to import</strong>
          <span>Scenario, lambda, policy, token, or FusionAuth's JSON</span>
        </div>
      </div>
    )
  );
}

/** Follows what is dragged over the page. A drag enters and leaves every element; the depth tells the page's edge. */
function follow(setDragging: (isDragging: boolean) => void): () => void {
  let depth = 0;
  const end = () => {
    depth = 0;
    setDragging(false);
  };
  const listeners = {
    dragenter(event: DragEvent) {
      if (!isForUs(event)) return;
      event.preventDefault();
      depth++;
      setDragging(true);
    },
    dragleave(event: DragEvent) {
      if (isForUs(event) && --depth <= 0) end();
    },
    dragover(event: DragEvent) {
      if (isForUs(event)) event.preventDefault();
    },
    drop(event: DragEvent) {
      if (!isForUs(event)) return;
      event.preventDefault();
      end();
      drop(event);
    },
    paste(event: ClipboardEvent) {
      if (!isTyping(event)) paste(event);
    },
  };
  const pairs = Object.entries(listeners) as [string, EventListener][];
  for (const [name, listener] of pairs) document.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of pairs) document.removeEventListener(name, listener);
  };
}

/** Files always; a dragged text only where no field would take it. */
function isForUs(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  if (types.includes("Files")) return true;
  return types.includes("text/plain") && !isTyping(event);
}

function drop({ dataTransfer }: DragEvent): void {
  const files = [...(dataTransfer?.files ?? [])];
  const text = dataTransfer?.getData("text/plain") ?? "";
  if (files.length > 0 || text !== "") take(files, text);
}

function paste(event: ClipboardEvent): void {
  const files = [...(event.clipboardData?.files ?? [])];
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (files.length === 0 && text.trim() === "") return;
  event.preventDefault();
  take(files, text);
}

/** Files come before a text that names them. */
function take(files: readonly File[], text: string): void {
  later(async ({ announce, takeFiles, takeText }) => {
    announce(await (files.length > 0 ? takeFiles(files) : takeText(text)));
  });
}
