import { Dialog } from "../parts/Dialog.js";

/** Shares the scenario. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Share" onClose={onClose}>
      <p>Share</p>
    </Dialog>
  );
}
