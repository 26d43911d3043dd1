import { Dialog } from "../parts/Dialog.js";

/** Exports the scenario. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Export" onClose={onClose}>
      <p>Export</p>
    </Dialog>
  );
}
