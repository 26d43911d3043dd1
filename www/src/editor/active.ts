// The editors on the page, so that commands reach the one that was used last.

import { signal } from "@preact/signals";
import type { Handle } from "./codemirror.js";

interface Editor {
  readonly piece: string;
  readonly handle: Handle;
}

const editors = signal<readonly Editor[]>([]);

/** Adds an editor, or makes it the one that was used last; what is returned takes it away. */
export function addEditor(piece: string, handle: Handle): () => void {
  editors.value = [...others(handle), { piece, handle }];
  return () => {
    editors.value = others(handle);
  };
}

function others(handle: Handle): readonly Editor[] {
  return editors.peek().filter((one) => one.handle !== handle);
}

/** The editor that was used last and is still there. */
export function activeEditor(): Handle | undefined {
  return editors.value.at(-1)?.handle;
}

/** The editor of a piece of the draft, where it is on the page. */
export function editorOf(piece: string): Handle | undefined {
  return editors.value.findLast((one) => one.piece === piece)?.handle;
}

/** The piece that the editor that was used last is about. */
export function activePiece(): string | undefined {
  return editors.value.at(-1)?.piece;
}
