import { canRedo, canUndo, edit, redo, undo } from "../../app/actions.js";
import { type Overlay, overlay } from "../../app/layout.js";
import { isCompact } from "../../app/narrow.js";
import { draft } from "../../app/store.js";
import { type Theme, theme } from "../../app/theme.js";
import { Icon, type Sign } from "../parts/Icon.js";
import { Menu, type MenuItem } from "../parts/Menu.js";
import { Tooltip } from "../parts/Tooltip.js";
import { Keys, keyWords } from "./Keys.js";

function show(what: Overlay): () => void {
  return () => {
    overlay.value = what;
  };
}

/** The page's name, the scenario's, and everything that concerns the whole. */
export function Header() {
  return (
    <header class="bar">
      <h1>
        <Mark />
        <span class="bar-name">
          reconcile-kit<span class="bar-kind"> playground</span>
        </span>
      </h1>
      <Name />
      <div class="bar-actions">
        <Action sign="examples" title="Examples" run={show("examples")} />
        <Undo />
        {isCompact.value ? <More /> : <Wide />}
      </div>
    </header>
  );
}

function Wide() {
  return (
    <>
      <span class="bar-line" />
      <Action sign="share" title="Share" run={show("share")} />
      <Action sign="export" title="Export" run={show("export")} />
      <Action sign="import" title="Import" run={show("import")} />
      <span class="bar-line" />
      <button type="button" class="bar-find" onClick={show("palette")}>
        <Icon sign="search" />
        <span class="bar-find-words">Commands</span>
        <Keys keys="Mod+k" />
      </button>
      <Menu label={`Theme: ${theme.value}`} class="quiet icon" items={themes()}>
        <Icon sign={theme.value} />
      </Menu>
      <Tooltip words="Help, keys and words (?)">
        <button type="button" class="quiet icon" aria-label="Help" onClick={show("help")}>
          <Icon sign="help" />
        </button>
      </Tooltip>
    </>
  );
}

/** On a narrow window, what does not fit. */
function More() {
  const items: readonly MenuItem[] = [
    { title: "Share", sign: "share", run: show("share") },
    { title: "Export", sign: "export", run: show("export") },
    { title: "Import", sign: "import", run: show("import") },
    { title: "Commands", sign: "search", isFirstOfGroup: true, run: show("palette") },
    { title: "Help", sign: "help", run: show("help") },
    ...themes().map((item, index) => ({ ...item, isFirstOfGroup: index === 0 })),
  ];
  return (
    <Menu label="Menu" class="quiet icon" items={items}>
      <Icon sign="menu" />
    </Menu>
  );
}

const THEME_TITLES: Record<Theme, string> = {
  system: "Theme of the device",
  light: "Light",
  dark: "Dark",
};

function themes(): readonly MenuItem[] {
  return (["system", "light", "dark"] as const).map((name) => ({
    title: THEME_TITLES[name],
    sign: name,
    isChosen: theme.value === name,
    run: () => {
      theme.value = name;
    },
  }));
}

function Undo() {
  return (
    <>
      <Tooltip words={`Undo (${keyWords("Mod+z")})`}>
        <button
          type="button"
          class="quiet icon"
          aria-label="Undo"
          aria-disabled={!canUndo.value}
          onClick={undo}
        >
          <Icon sign="undo" />
        </button>
      </Tooltip>
      <Tooltip words={`Redo (${keyWords("Mod+Shift+z")})`}>
        <button
          type="button"
          class="quiet icon"
          aria-label="Redo"
          aria-disabled={!canRedo.value}
          onClick={redo}
        >
          <Icon sign="redo" />
        </button>
      </Tooltip>
    </>
  );
}

interface ActionProps {
  readonly sign: Sign;
  readonly title: string;
  readonly run: () => void;
}

function Action({ sign, title, run }: ActionProps) {
  return (
    <button type="button" class="quiet bar-action" onClick={run}>
      <Icon sign={sign} />
      <span class="bar-action-title">{title}</span>
    </button>
  );
}

/** The scenario's name: words until somebody wants to change them. */
function Name() {
  const { name } = draft.value;
  return (
    <input
      class="bar-scenario"
      aria-label="Name of the scenario"
      placeholder="Name this scenario"
      title={name}
      value={name}
      autocomplete="off"
      onInput={(event) => edit({ name: event.currentTarget.value }, "name")}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}

/** The same as the page's icon. */
function Mark() {
  return (
    <svg class="bar-mark" viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <rect width="32" height="32" rx="7" />
      <path d="M7 10h5c6 0 5 12 11 12h2M7 22h5c6 0 5-12 11-12h2" />
    </svg>
  );
}
