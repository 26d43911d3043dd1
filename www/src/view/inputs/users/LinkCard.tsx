import { SelectField, TextField } from "../parts/fields.js";
import type { JsonForm } from "../parts/json-form.js";
import { removeRow, userOptions } from "./people.js";

interface Props {
  readonly links: JsonForm;
  readonly index: number;
}

/** A link that exists before the login: this person at the identity provider is that user. */
export function LinkCard({ links, index }: Props) {
  return (
    <li class="entry">
      <fieldset>
        <legend>Link {index + 1}</legend>
        <button
          type="button"
          class="quiet remove"
          aria-label={`Remove link ${index + 1}`}
          onClick={() => removeRow("links", index)}
        >
          ✕
        </button>
        <div class="fields narrow">
          <TextField form={links} path={[index, "identityProviderUserId"]} label="Unique id" />
          <SelectField
            label="Leads to user"
            value={links.string([index, "userId"])}
            options={userOptions()}
            onChoose={(id) => links.set([index, "userId"], id)}
          />
          <TextField form={links} path={[index, "displayName"]} label="Display name" />
        </div>
      </fieldset>
    </li>
  );
}
