// The panels behind the tabs that a first view does not show, in one piece.

export { ApplicationPanel } from "./application/ApplicationPanel.js";
export { MappingPanel } from "./mapping/MappingPanel.js";
export { ProviderPanel } from "./provider/ProviderPanel.js";
export { ScenarioPanel } from "./scenario/ScenarioPanel.js";
export { SettingsPanel } from "./settings/SettingsPanel.js";
export { UsersPanel } from "./users/UsersPanel.js";
