import "./settings.css";
import reference from "virtual:reference";
import { useId } from "preact/hooks";
import { edit } from "../../../app/actions.js";
import { draft } from "../../../app/store.js";
import { Row } from "../parts/fields.js";
import { Actions } from "./Actions.js";
import { Assumptions } from "./Assumptions.js";
import { FetchAnswers } from "./FetchAnswers.js";
import { JsonSection } from "./JsonSection.js";
import { Secrets } from "./Secrets.js";

const NEWEST = reference.versions.at(-1) ?? "";
const DEFAULT_NOW = "2026-01-01T00:00:00Z";

/** Everything that is not the login, the provider, the application, a user or a mapping. */
export function SettingsPanel() {
  return (
    <div class="settings-panel">
      <section class="piece" aria-label="General settings">
        <header>
          <h2>Settings</h2>
        </header>
        <div class="fields">
          <Plain
            name="name"
            label="What this scenario shows"
            placeholder=""
            help="Its name, for exports and tests."
          />
          <Plain
            name="fusionauth"
            label="FusionAuth version"
            placeholder={`${NEWEST}, the newest known`}
            help="Something differs between the versions in the list; any other can be typed too."
            suggestions={reference.versions.toReversed()}
          />
          <Plain
            name="now"
            label="Time of the login"
            placeholder={DEFAULT_NOW}
            help="RFC 3339, such as 2026-11-23T08:00:00Z."
          />
        </div>
      </section>
      <Assumptions />
      <Secrets />
      <FetchAnswers />
      <Actions />
      <JsonSection
        section="loginValidation"
        title="Login validation"
        help="What the tenant's LoginValidation lambda leaves in its result (since 1.53): generalErrors and fieldErrors."
        start={'{\n  "generalErrors": [{ "code": "[blocked]user", "message": "Not today." }]\n}'}
      />
      <JsonSection
        section="expect"
        title="Expected outcome"
        help="The part of the outcome that reconcile-kit test compares, for exports. It changes nothing here."
        start={'{\n  "status": 200\n}'}
      />
    </div>
  );
}

interface PlainProps {
  readonly name: "name" | "fusionauth" | "now";
  readonly label: string;
  readonly placeholder: string;
  readonly help: string;
  readonly suggestions?: readonly string[];
}

/** One of the scenario's own texts. */
function Plain({ name, label, placeholder, help, suggestions }: PlainProps) {
  const id = useId();
  return (
    <Row id={id} label={label} help={help}>
      <input
        id={id}
        aria-describedby={`${id}-help`}
        list={suggestions ? `${id}-list` : undefined}
        spellcheck={name === "name"}
        autocomplete="off"
        placeholder={placeholder}
        value={draft.value[name]}
        onInput={({ currentTarget }) => edit({ [name]: currentTarget.value }, `setting ${name}`)}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </Row>
  );
}
