import { editSection } from "../../../app/actions.js";
import { NumberField, SelectField, TextField } from "../parts/fields.js";
import { Piece } from "../parts/Piece.js";
import { sectionForm } from "../parts/sections.js";
import { userOptions } from "../users/people.js";
import { Foldable } from "./Foldable.js";

/** User actions that keep somebody from logging in. */
export function Actions() {
  const form = sectionForm("actions");
  const count = form.length([]);
  const options = userOptions();
  return (
    <Foldable title="User actions" isUsed={count > 0 || !form.fits("array")}>
      <Piece
        piece="actions"
        title="Actions"
        shape="array"
        form={form}
        onText={(text) => editSection("actions", text)}
      >
        <p class="hint">Actions that prevent somebody from logging in.</p>
        <ul class="entries">
          {Array.from({ length: count }, (_, index) => (
            <li class="entry" key={index}>
              <fieldset>
                <legend>Action {index + 1}</legend>
                <button
                  type="button"
                  class="quiet remove"
                  aria-label={`Remove action ${index + 1}`}
                  onClick={() => form.set([index], undefined)}
                >
                  ✕
                </button>
                <div class="fields narrow">
                  <SelectField
                    label="Taken against"
                    value={form.string([index, "actioneeUserId"])}
                    options={options}
                    onChoose={(id) => form.set([index, "actioneeUserId"], id)}
                  />
                  <TextField form={form} path={[index, "name"]} label="Name" />
                  <NumberField
                    form={form}
                    path={[index, "expiry"]}
                    label="Ends at"
                    placeholder="never"
                    help="Milliseconds since 1970."
                  />
                </div>
              </fieldset>
            </li>
          ))}
        </ul>
        <button
          type="button"
          disabled={options.length === 0}
          onClick={() =>
            form.add([], { actioneeUserId: options[0]?.value ?? "", name: "Suspended" })
          }
        >
          + Add an action
        </button>
        {options.length === 0 && <span class="aside"> An action is taken against a user.</span>}
      </Piece>
    </Foldable>
  );
}
