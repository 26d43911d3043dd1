import "./mapping.css";
import { useEffect } from "preact/hooks";
import type { Diagnostic } from "reconcile-kit";
import { draft } from "../../../app/store.js";
import { follow } from "../../../editor/follow.js";
import { type Tab, Tabs } from "../../parts/Tabs.js";
import { Findings } from "./FindingList.js";
import { followMapping, lambdaFindings, mappingFindings, policyFindings } from "./findings.js";
import { LambdaTab } from "./LambdaTab.js";
import { MappingsTab } from "./MappingsTab.js";
import { PolicyTab } from "./PolicyTab.js";
import { type MappingTab, mappings, mappingTab } from "./state.js";

/** Lambda, policy or attribute mappings. */
export function MappingPanel() {
  useEffect(() => {
    const stops = [follow(), followMapping()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const { lambda, policy } = draft.value;
  const tabs: readonly Tab<MappingTab>[] = [
    {
      name: "lambda",
      title: "Lambda",
      badge: badgeOf(lambda.used, lambdaFindings.value),
      render: () => <LambdaTab />,
    },
    {
      name: "policy",
      title: "Policy",
      badge: badgeOf(policy.used, policyFindings.value),
      render: () => <PolicyTab />,
    },
    {
      name: "mappings",
      title: "Attribute mappings",
      badge: badgeOf(mappings.value !== undefined, []),
      render: () => <MappingsTab />,
    },
  ];
  return (
    <div class="mapping">
      <Findings label="Findings about mapping" findings={mappingFindings.value} />
      <Tabs
        label="How claims become fields"
        tabs={tabs}
        chosen={mappingTab.value}
        onChoose={(name) => {
          mappingTab.value = name;
        }}
      />
    </div>
  );
}

/** Whether logins use it, and whether it has errors. */
function badgeOf(isUsed: boolean, findings: readonly Diagnostic[]): Tab<MappingTab>["badge"] {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0)
    return { text: `✖ ${errors}`, said: `${errors} ${errors === 1 ? "error" : "errors"}` };
  return isUsed ? { text: "in use", said: "in use" } : undefined;
}
