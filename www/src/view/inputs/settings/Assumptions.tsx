import reference from "virtual:reference";
import { useId } from "preact/hooks";
import type { MetAssumption } from "reconcile-kit";
import { editSection } from "../../../app/actions.js";
import { outcome } from "../../../app/store.js";
import type { JsonForm } from "../parts/json-form.js";
import { Piece } from "../parts/Piece.js";
import { sectionForm } from "../parts/sections.js";

type Assumption = (typeof reference.assumptions)[number];

/** What FusionAuth documents nowhere: those that this login met come first. */
export function Assumptions() {
  const form = sectionForm("assumptions");
  const met = new Map(outcome.value?.assumptions.map((one) => [one.id, one]));
  const isSet = ({ id }: Assumption) => form.node([id]) !== undefined;
  const first = reference.assumptions.filter(({ id }) => met.has(id));
  const others = reference.assumptions.filter(({ id }) => !met.has(id));
  return (
    <Piece
      piece="assumptions"
      title="Assumptions"
      shape="object"
      form={form}
      onText={(text) => editSection("assumptions", text)}
    >
      <p class="hint">
        FusionAuth's server is closed, and some of what it does is documented nowhere. Each such
        point has a default here; set what you know of your own server.
      </p>
      <h3>Met by this login</h3>
      {first.length === 0 && <p class="nothing">This login met none.</p>}
      <div class="assumptions">
        {first.map((one) => (
          <Choice key={one.id} about={one} form={form} met={met.get(one.id)} />
        ))}
      </div>
      <details open={others.some(isSet)}>
        <summary>{others.length} others, which make no difference to this login</summary>
        <div class="assumptions">
          {others.map((one) => (
            <Choice key={one.id} about={one} form={form} met={undefined} />
          ))}
        </div>
      </details>
    </Piece>
  );
}

interface ChoiceProps {
  readonly about: Assumption;
  readonly form: JsonForm;
  readonly met: MetAssumption | undefined;
}

function Choice({ about, form, met }: ChoiceProps) {
  const id = useId();
  const { standard, values, why } = about;
  const set = form.string([about.id]);
  const value = set === "" ? standard : set;
  return (
    <div class="assumption">
      <div>
        <label for={id}>
          <code>{about.id}</code>
        </label>
        {met?.decisive && <span class="word decided">decisive</span>}
        <p class="hint" id={`${id}-why`}>
          {why}
        </p>
        {met?.decisive && <Otherwise met={met} />}
      </div>
      <select
        id={id}
        aria-describedby={`${id}-why`}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.value;
          form.set([about.id], chosen === standard ? undefined : chosen);
        }}
      >
        {!values.includes(value) && <option value={value}>{value}</option>}
        {values.map((one) => (
          <option key={one} value={one}>
            {one === standard ? `${one} (default)` : one}
          </option>
        ))}
      </select>
    </div>
  );
}

function Otherwise({ met }: { readonly met: MetAssumption }) {
  return (
    <p class="otherwise">
      {met.alternatives
        .filter(({ differs }) => differs.length > 0)
        .map(({ value, status, decision, differs }) => (
          <span key={value}>
            With <code>{value}</code>: {status} {decision}, different in {differs.join(", ")}.{" "}
          </span>
        ))}
    </p>
  );
}
