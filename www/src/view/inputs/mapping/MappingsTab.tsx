import { useState } from "preact/hooks";
import { composed, draft, findings } from "../../../app/store.js";
import { findingsOf } from "../../../draft/place.js";
import { CodeEditor } from "../../../editor/CodeEditor.js";
import { ask } from "../../../kit/client.js";
import { AttributeTable } from "./AttributeTable.js";
import { Findings } from "./FindingList.js";
import { reasonOf } from "./reason.js";
import { Switch } from "./Switch.js";
import { convertMappings, hasProvider, mappings, setMappings, switchMappings } from "./state.js";
import { Words } from "./Words.js";

/** The identity provider's attribute mappings. */
export function MappingsTab() {
  const shown = mappings.value;
  const [said, say] = useState("");
  const inProvider = findingsOf("identityProvider", composed.value, findings.value);
  return (
    <div class="mapping-part">
      <Switch
        label="Attribute mappings in use"
        isOn={shown !== undefined}
        isDisabled={!hasProvider.value}
        onChange={switchMappings}
      >
        FusionAuth copies each claim into its field at every login (since 1.65). It takes no
        attribute mappings beside a lambda, and a policy replaces them.
      </Switch>
      {!hasProvider.value && (
        <p>The identity provider's text is no JSON object. Correct it first.</p>
      )}
      {shown && (
        <>
          <AttributeTable mappings={shown} />
          <div class="mapping-tools">
            <button
              type="button"
              disabled={Object.keys(shown).length === 0}
              onClick={() => void toPolicy().then(say)}
            >
              Turn attribute mappings into a policy
            </button>
          </div>
          <p role="status">{said !== "" && <Words text={said} />}</p>
          <Findings
            label="Findings about attribute mappings"
            findings={inProvider.filter(({ path }) => path.includes("attributeMappings/"))}
          />
          <AsJson mappings={shown} />
        </>
      )}
    </div>
  );
}

/** The mappings as JSON. What is typed counts once it is an object. */
function AsJson({ mappings: shown }: { readonly mappings: object }) {
  const [typed, setTyped] = useState<string>();
  const written = JSON.stringify(shown, null, 2);
  const isSame = typed !== undefined && same(typed, written);
  const isBroken = typed !== undefined && objectIn(typed) === undefined;
  return (
    <details class="mapping-json">
      <summary>As JSON</summary>
      <CodeEditor
        label="Attribute mappings as JSON"
        language="json"
        piece="attributeMappings"
        value={typed !== undefined && (isSame || isBroken) ? typed : written}
        isByContent
        onChange={(text) => {
          setTyped(text);
          const object = objectIn(text);
          if (object) setMappings(object);
        }}
      />
      {isBroken && <p role="status">This is no JSON object yet; the mappings above still count.</p>}
    </details>
  );
}

function same(one: string, other: string): boolean {
  const object = objectIn(one);
  return object !== undefined && JSON.stringify(object, null, 2) === other;
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Makes a policy of the mappings and takes it into use. */
async function toPolicy(): Promise<string> {
  try {
    const identityProvider = draft.peek().sections.identityProvider;
    convertMappings(await ask("importPolicy", { identityProvider }));
    return "";
  } catch (error) {
    return reasonOf(error);
  }
}
