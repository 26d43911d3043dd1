import { useState } from "preact/hooks";
import { editPolicy } from "../../../app/actions.js";
import { draft } from "../../../app/store.js";
import { CodeEditor } from "../../../editor/CodeEditor.js";
import { AsLambda } from "./AsLambda.js";
import { FindingCount, Findings } from "./FindingList.js";
import { policyFindings } from "./findings.js";
import { StartFrom } from "./StartFrom.js";
import { Switch } from "./Switch.js";
import { conversion } from "./state.js";
import { WhyForm } from "./WhyForm.js";

/** The policy. */
export function PolicyTab() {
  const { text, used } = draft.value.policy;
  const [isLambdaShown, setLambdaShown] = useState(false);
  const isEmpty = text.trim() === "";
  return (
    <div class="mapping-part">
      <Switch label="Policy in use" isOn={used} onChange={(isOn) => editPolicy({ used: isOn })}>
        {ABOUT}
      </Switch>
      <div class="mapping-tools">
        <StartFrom load={load} onChoose={(chosen) => editPolicy({ text: chosen, used: true })} />
        <button
          type="button"
          aria-expanded={isLambdaShown}
          disabled={isEmpty}
          onClick={() => setLambdaShown(!isLambdaShown)}
        >
          {isLambdaShown ? "Hide the lambda" : "Show this policy as a lambda"}
        </button>
      </div>
      <CodeEditor
        label="Policy"
        language="json"
        piece="policy"
        value={text}
        findings={policyFindings.value}
        onChange={(next) =>
          editPolicy(next === "" || !isEmpty ? { text: next } : { text: next, used: true })
        }
      />
      <FindingCount piece="policy" findings={policyFindings.value} />
      {conversion.value.text === text && (
        <Findings label="What the policy does differently" findings={conversion.value.findings} />
      )}
      {isLambdaShown && !isEmpty && <AsLambda policy={text} />}
      <WhyForm policy={text} />
    </div>
  );
}

const ABOUT =
  "A policy says in data who may sign in and what the claims become. FusionAuth runs the lambda that it is exported to: it replaces attribute mappings, and runs before a lambda of your own.";

async function load() {
  const { policyTemplates } = await import("./templates.js");
  return policyTemplates();
}
