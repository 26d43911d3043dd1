import reference from "virtual:reference";
import type { MetAssumption, Outcome } from "reconcile-kit";
import { draft } from "../../../app/store.js";
import { toneOf } from "../../../app/tone.js";
import { valueAt } from "../../../draft/edit.js";
import { Mark } from "../parts/Mark.js";
import { Words } from "../parts/Words.js";
import { DECISIONS, statusWords } from "../parts/words.js";
import { assume } from "./assume.js";

interface Props {
  readonly met: MetAssumption;
  readonly outcome: Outcome;
}

/** One assumption: the outcome shown, and the outcome with each other value. */
export function Assumption({ met, outcome }: Props) {
  const { id, value, decisive, alternatives } = met;
  const about = reference.assumptions.find((known) => known.id === id);
  const isSet = valueAt(draft.value.sections.assumptions, [id]) !== undefined;
  const shown = {
    value,
    status: outcome.status,
    decision: outcome.decision,
    error: outcome.error?.code ?? null,
  };
  return (
    <section>
      <h3>
        <code>{id}</code>
        <span class={decisive ? "weight decides" : "weight"}>
          <Mark shape={decisive ? "warning" : "info"} />
          {decisive ? "decides this outcome" : "changes nothing here"}
        </span>
      </h3>
      {about && (
        <p class="why">
          <Words text={about.why} />
        </p>
      )}
      <ul>
        <Side {...shown} isShown isDefault={about?.standard === value} />
        {alternatives.map((other) => (
          <Side
            key={other.value}
            {...other}
            isDefault={about?.standard === other.value}
            choose={() => assume(id, other.value)}
          />
        ))}
      </ul>
      {isSet && (
        <button type="button" onClick={() => assume(id, undefined)}>
          Back to the default{about && `, ${about.standard}`}
        </button>
      )}
    </section>
  );
}

interface SideProps {
  readonly value: string;
  readonly status: number;
  readonly decision: Outcome["decision"];
  readonly error: string | null;
  readonly differs?: readonly string[];
  readonly isShown?: boolean;
  readonly isDefault: boolean;
  choose?(): void;
}

function Side({ value, status, decision, error, differs, isShown, isDefault, choose }: SideProps) {
  const tone = toneOf(status);
  return (
    <li class={isShown ? "side is-shown" : "side"}>
      <p class="value">
        <code>{value}</code>
        {isDefault && <span class="tag">default</span>}
        {isShown && <span class="tag">simulated</span>}
      </p>
      <p class={`ending ${tone}`}>
        <Mark shape={tone} /> <b>{status}</b> {statusWords(status)}
      </p>
      <p class="decision">
        <code>{decision}</code> {DECISIONS[decision]}
      </p>
      {error && (
        <p class="decision">
          Error <code>{error}</code>
        </p>
      )}
      {differs && <p class="decision">{differenceWords(differs)}</p>}
      {choose && (
        <button type="button" onClick={choose}>
          Simulate with this value<span class="said"> {value}</span>
        </button>
      )}
    </li>
  );
}

const PARTS: Readonly<Record<string, string>> = {
  ending: "how it ends",
  user: "the user",
  registration: "the registration",
  link: "the link",
  "nothing-stored": "nothing is stored",
};

function differenceWords(differs: readonly string[]): string {
  if (differs.length === 0) return "Nothing differs";
  return `Differs: ${differs.map((part) => PARTS[part] ?? part).join(", ")}`;
}
