import { CheckField, Group } from "../parts/fields.js";
import type { JsonForm } from "../parts/json-form.js";
import { applicationId, sectionForm } from "../parts/sections.js";

/** What the identity provider does for the application that the login is for. */
export function PerApplication({ provider }: { readonly provider: JsonForm }) {
  const id = applicationId();
  if (id === "") {
    return (
      <Group title="For the application">
        <p class="hint">Give the application an id in the tab Application to set this.</p>
      </Group>
    );
  }
  const path = ["applicationConfiguration", id];
  const name = sectionForm("application").string(["name"]);
  return (
    <Group title={`For the application ${name === "" ? id : name}`}>
      <div class="fields">
        <CheckField
          form={provider}
          path={[...path, "enabled"]}
          label="Enabled for this application"
          help="People can use it to log in there. Counts as true here where it is not stated."
          standard={true}
        />
        <CheckField
          form={provider}
          path={[...path, "createRegistration"]}
          label="Create registration"
          help="Somebody without a registration for it gets one. FusionAuth's default is true."
          standard={true}
        />
      </div>
    </Group>
  );
}
