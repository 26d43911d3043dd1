import { editLambda } from "../../../app/actions.js";
import { composed, draft } from "../../../app/store.js";
import { CodeEditor } from "../../../editor/CodeEditor.js";
import { ask } from "../../../kit/client.js";
import { FindingCount } from "./FindingList.js";
import { hasOptionalChaining, lambdaFindings } from "./findings.js";
import { StartFrom } from "./StartFrom.js";
import { Switch } from "./Switch.js";
import { configuredLambda, isForKickstart } from "./state.js";
import type { Template } from "./templates.js";

/** The reconcile lambda. */
export function LambdaTab() {
  const { body, used } = draft.value.lambda;
  return (
    <div class="mapping-part">
      <Switch label="Lambda in use" isOn={used} onChange={(isOn) => editLambda({ used: isOn })}>
        FusionAuth runs the identity provider's reconcile lambda at every login, and takes over what
        it changes in user and registration. {used && !configuredLambda.value && WITHOUT_ID}
      </Switch>
      <LambdaTools />
      <CodeEditor
        label="Lambda"
        language="javascript"
        piece="lambda"
        value={body}
        findings={lambdaFindings.value}
        hasOptionalChaining={hasOptionalChaining.value}
        onChange={(text) =>
          editLambda(text === "" || body !== "" ? { body: text } : { body: text, used: true })
        }
      />
      <FindingCount piece="lambda" findings={lambdaFindings.value} />
    </div>
  );
}

/** Templates, and how the lambda is run and checked. */
function LambdaTools() {
  const { debug } = draft.value.lambda;
  return (
    <div class="mapping-tools">
      <StartFrom load={load} onChoose={(text) => editLambda({ body: text, used: true })} />
      <label>
        <input
          type="checkbox"
          checked={debug}
          onChange={(event) => editLambda({ debug: event.currentTarget.checked })}
        />
        Debug
      </label>
      <label>
        <input
          type="checkbox"
          checked={isForKickstart.value}
          onChange={(event) => {
            isForKickstart.value = event.currentTarget.checked;
          }}
        />
        Check for kickstart
      </label>
    </div>
  );
}

const WITHOUT_ID =
  "On a server, lambdaConfiguration.reconcileId of the identity provider has to name it.";

async function load(): Promise<readonly Template[]> {
  const [{ lambdaTemplates }, facts] = await Promise.all([
    import("./templates.js"),
    ask("lambdaFacts", { scenario: composed.peek().text }).catch(() => undefined),
  ]);
  const { type = "OpenIDReconcile", parameters = [] } = facts ?? {};
  const names = parameters.map(({ name }) => name);
  return lambdaTemplates(type, names.length > 0 ? names : ["user", "registration", "jwt"]);
}
