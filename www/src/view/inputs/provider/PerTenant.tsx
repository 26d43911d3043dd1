import { CheckField, Group, NumberField } from "../parts/fields.js";
import type { JsonForm } from "../parts/json-form.js";
import { tenantId } from "../parts/sections.js";

/** How many links a user may have. */
export function PerTenant({ provider }: { readonly provider: JsonForm }) {
  const id = tenantId();
  if (id === "") {
    return (
      <Group title="Link limit">
        <p class="hint">Give the tenant an id in the tab Application to set this.</p>
      </Group>
    );
  }
  const path = ["tenantConfiguration", id, "limitUserLinkCount"];
  return (
    <Group title="Link limit in the tenant">
      <div class="fields">
        <CheckField
          form={provider}
          path={[...path, "enabled"]}
          label="Limit links"
          help="How many links to this identity provider one user may have (since 1.32)."
          standard={false}
        />
        <NumberField
          form={provider}
          path={[...path, "maximumLinks"]}
          label="Most links"
          placeholder="42"
          help="Counts only when the limit is on."
        />
      </div>
    </Group>
  );
}
