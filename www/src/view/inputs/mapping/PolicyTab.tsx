import { useEffect, useState } from "preact/hooks";
import type { Diagnostic } from "reconcile-kit";
import { editPolicy } from "../../../app/actions.js";
import { draft } from "../../../app/store.js";
import { CodeEditor } from "../../../editor/CodeEditor.js";
import { ask } from "../../../kit/client.js";
import { FindingCount, Findings } from "./Findings.js";
import { policyFindings } from "./findings.js";
import { reasonOf } from "./reason.js";
import { StartFrom } from "./StartFrom.js";
import { Switch } from "./Switch.js";
import { WhyForm } from "./WhyForm.js";

/** The policy. */
export function PolicyTab() {
  const { text, used } = draft.value.policy;
  const [isLambdaShown, setLambdaShown] = useState(false);
  const isEmpty = text.trim() === "";
  return (
    <div class="mapping-part">
      <Switch label="Policy in use" isOn={used} onChange={(isOn) => editPolicy({ used: isOn })}>
        A policy says in data who may sign in and what the claims become. FusionAuth runs the lambda
        that it is exported to: it replaces attribute mappings, and runs before a lambda of your
        own.
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
      {isLambdaShown && !isEmpty && <AsLambda policy={text} />}
      <WhyForm policy={text} />
    </div>
  );
}

async function load() {
  const { policyTemplates } = await import("./templates.js");
  return policyTemplates();
}

interface Exported {
  readonly text: string;
  readonly findings: readonly Diagnostic[];
  readonly reason?: string;
}

/** The lambda that does the same, to be read and copied. */
function AsLambda({ policy }: { readonly policy: string }) {
  const [exported, setExported] = useState<Exported>();
  useEffect(() => {
    let isNewest = true;
    ask("exportPolicy", { policy, form: "lambda" }).then(
      (answer) => isNewest && setExported(answer),
      (error) => isNewest && setExported({ text: "", findings: [], reason: reasonOf(error) }),
    );
    return () => {
      isNewest = false;
    };
  }, [policy]);
  if (!exported) return null;
  return (
    <section class="mapping-part" aria-label="The policy as a lambda">
      <h3>As a lambda</h3>
      {exported.reason && <p>{exported.reason}</p>}
      <Findings label="What the lambda does differently" findings={exported.findings} />
      {exported.text !== "" && (
        <CodeEditor
          label="The policy as a lambda, read only"
          language="javascript"
          piece="exported lambda"
          value={exported.text}
          findings={NONE}
          isReadOnly
          isByContent
        />
      )}
    </section>
  );
}

const NONE: readonly Diagnostic[] = [];
