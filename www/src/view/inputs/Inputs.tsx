import { editLogin, editSection } from "../../app/actions.js";
import { inputTab } from "../../app/layout.js";
import { composed, draft } from "../../app/store.js";
import { Tabs } from "../parts/Tabs.js";
import { MappingPanel } from "./mapping/MappingPanel.js";

/** Everything that goes into a login. */
export function Inputs() {
  const { sections, logins } = draft.value;
  return (
    <Tabs
      label="What goes in"
      chosen={inputTab.value}
      onChoose={(name) => {
        inputTab.value = name;
      }}
      tabs={[
        {
          name: "login",
          title: "Login",
          render: () => (
            <textarea
              aria-label="Login"
              rows={20}
              value={logins[0]}
              onInput={(event) => editLogin(0, event.currentTarget.value)}
            />
          ),
        },
        {
          name: "provider",
          title: "Identity provider",
          render: () => (
            <textarea
              aria-label="Identity provider"
              rows={20}
              value={sections.identityProvider}
              onInput={(event) => editSection("identityProvider", event.currentTarget.value)}
            />
          ),
        },
        { name: "mapping", title: "Mapping", render: () => <MappingPanel /> },
        { name: "scenario", title: "Scenario", render: () => <pre>{composed.value.text}</pre> },
      ]}
    />
  );
}
