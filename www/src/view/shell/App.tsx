import { overlay } from "../../app/layout.js";
import { DropZone } from "../carry/DropZone.js";
import { ExportDialog } from "../carry/ExportDialog.js";
import { isImportOpen } from "../carry/importing.js";
import { Notices } from "../carry/Notices.js";
import { ShareDialog } from "../carry/ShareDialog.js";
import { Inputs } from "../inputs/Inputs.js";
import { Outcome } from "../outcome/Outcome.js";

function close(): void {
  overlay.value = undefined;
}

/** The page. */
export function App() {
  return (
    <>
      <header class="bar">
        <h1>reconcile-kit playground</h1>
        <button
          type="button"
          onClick={() => {
            isImportOpen.value = true;
          }}
        >
          Import
        </button>
        <button
          type="button"
          onClick={() => {
            overlay.value = "export";
          }}
        >
          Export
        </button>
        <button
          type="button"
          onClick={() => {
            overlay.value = "share";
          }}
        >
          Share
        </button>
      </header>
      <main class="panes">
        <section class="pane" aria-label="Login and configuration">
          <Inputs />
        </section>
        <section class="pane" aria-label="Outcome">
          <Outcome />
        </section>
      </main>
      {overlay.value === "share" && <ShareDialog onClose={close} />}
      {overlay.value === "export" && <ExportDialog onClose={close} />}
      <DropZone />
      <Notices />
    </>
  );
}
