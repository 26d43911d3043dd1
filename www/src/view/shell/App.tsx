import "./shell.css";
import "./narrow.css";
import type { VNode } from "preact";
import { type Overlay, overlay, side, split } from "../../app/layout.js";
import { isNarrow } from "../../app/narrow.js";
import { DropZone } from "../carry/DropZone.js";
import { Notices } from "../carry/Notices.js";
import { Inputs } from "../inputs/Inputs.js";
import { Outcome } from "../outcome/Outcome.js";
import { lazy } from "../parts/Lazy.js";
import { goTo } from "./focus.js";
import { Guide } from "./Guide.js";
import { Header } from "./Header.js";
import { NarrowHead } from "./NarrowHead.js";
import { Palette } from "./palette/Palette.js";
import { Separator } from "./Separator.js";
import { StatusLine } from "./StatusLine.js";
import { Strategy } from "./Strategy.js";

const Gallery = lazy(() => import("./overlays.js").then((all) => all.Gallery));
const Help = lazy(() => import("./overlays.js").then((all) => all.Help));
const ShareDialog = lazy(() => import("../carry/dialogs.js").then((all) => all.ShareDialog));
const ExportDialog = lazy(() => import("../carry/dialogs.js").then((all) => all.ExportDialog));
const ImportDialog = lazy(() => import("../carry/dialogs.js").then((all) => all.ImportDialog));

function close(): void {
  overlay.value = undefined;
}

/** What lies over the page, by name. */
const OVERLAYS: Partial<Record<Overlay, () => VNode>> = {
  examples: () => <Gallery onClose={close} />,
  share: () => <ShareDialog onClose={close} />,
  export: () => <ExportDialog onClose={close} />,
  import: () => <ImportDialog onClose={close} />,
  palette: () => <Palette onClose={close} />,
  help: () => <Help onClose={close} />,
};

/** The page. */
export function App() {
  const over = overlay.value && OVERLAYS[overlay.value];
  return (
    <>
      <div class="frame">
        <button type="button" class="skip" onClick={() => goTo("outcome")}>
          Skip to the outcome
        </button>
        <Header />
        <Guide />
        <Panes />
        <StatusLine />
      </div>
      {over?.()}
      <DropZone />
      <Notices />
    </>
  );
}

function Panes() {
  return (
    <main class="panes" data-side={side.value} style={{ "--split": `${split.value}%` }}>
      {isNarrow.value && <NarrowHead />}
      <section id="pane-input" class="pane pane-input" aria-label="Login and configuration">
        <div class="pane-scroll">
          <Inputs />
        </div>
      </section>
      {!isNarrow.value && <Separator />}
      <section id="pane-outcome" class="pane pane-outcome" aria-label="Outcome">
        {!isNarrow.value && <Strategy />}
        <div class="pane-scroll">
          <Outcome />
        </div>
      </section>
    </main>
  );
}
