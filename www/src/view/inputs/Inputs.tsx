import "./inputs.css";
import type { ComponentChildren } from "preact";
import { type InputTab, inputTab } from "../../app/layout.js";
import { composed, findings } from "../../app/store.js";
import { lazy } from "../parts/Lazy.js";
import { Tabs } from "../parts/Tabs.js";
import { countByTab } from "./findings.js";
import { LoginPanel } from "./login/LoginPanel.js";

const ProviderPanel = lazy(() => import("./panels.js").then((all) => all.ProviderPanel));
const ApplicationPanel = lazy(() => import("./panels.js").then((all) => all.ApplicationPanel));
const UsersPanel = lazy(() => import("./panels.js").then((all) => all.UsersPanel));
const MappingPanel = lazy(() => import("./panels.js").then((all) => all.MappingPanel));
const SettingsPanel = lazy(() => import("./panels.js").then((all) => all.SettingsPanel));
const ScenarioPanel = lazy(() => import("./panels.js").then((all) => all.ScenarioPanel));

const TABS: readonly { name: InputTab; title: string; render: () => ComponentChildren }[] = [
  { name: "login", title: "Login", render: () => <LoginPanel /> },
  { name: "provider", title: "Identity provider", render: () => <ProviderPanel /> },
  { name: "application", title: "Application", render: () => <ApplicationPanel /> },
  { name: "users", title: "Users", render: () => <UsersPanel /> },
  { name: "mapping", title: "Mapping", render: () => <MappingPanel /> },
  { name: "settings", title: "Settings", render: () => <SettingsPanel /> },
  { name: "scenario", title: "Scenario", render: () => <ScenarioPanel /> },
];

/** Everything that goes into a login. */
export function Inputs() {
  const counts = countByTab(composed.value, findings.value);
  return (
    <div class="inputs">
      <Tabs
        label="What goes in"
        chosen={inputTab.value}
        onChoose={(name) => {
          inputTab.value = name;
        }}
        tabs={TABS.map((tab) => ({ ...tab, badge: badge(counts.get(tab.name) ?? 0) }))}
      />
    </div>
  );
}

function badge(count: number): { text: string; said: string } | undefined {
  if (count === 0) return undefined;
  return { text: String(count), said: `, ${count} ${count === 1 ? "finding" : "findings"}` };
}
