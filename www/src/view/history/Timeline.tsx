import type { Change, Outcome } from "reconcile-kit";
import { chosenLogin, draft, outcomes } from "../../app/store.js";
import { valueAt } from "../../draft/edit.js";
import { inline } from "../compare/mappings/value.js";
import { SIGNS, shapeOf } from "../compare/verdict.js";
import { moveLogin, removeLogin } from "./stories.js";
import { nameOf } from "./track.js";

/** Before the logins, and each of them. */
export function Timeline() {
  return (
    <ol class="timeline" aria-label="Logins in order">
      <li class="point before">
        <h3>Before</h3>
        <p>{directory()}</p>
      </li>
      {draft.value.logins.map((_, index) => (
        <Point key={index} index={index} outcome={outcomes.value[index]} />
      ))}
    </ol>
  );
}

/** How many users and links there are before the first login. */
function directory(): string {
  const { users, links } = draft.value.sections;
  return `Stored: ${counted(users, "user", "users")} and ${counted(links, "link", "links")}.`;
}

function counted(text: string, one: string, several: string): string {
  const all = valueAt(text, []);
  const count = Array.isArray(all) ? all.length : 0;
  return count === 0 ? `no ${several}` : `${count} ${count === 1 ? one : several}`;
}

interface PointProps {
  readonly index: number;
  readonly outcome: Outcome | undefined;
}

function Point({ index, outcome }: PointProps) {
  const isChosen = Math.min(chosenLogin.value, draft.value.logins.length - 1) === index;
  const shape = outcome ? shapeOf(outcome) : "none";
  const title = `Login ${index + 1}`;
  return (
    <li class={`point ${shape} ${isChosen ? "chosen" : ""}`}>
      <header>
        <h3>
          <button
            type="button"
            class="choose"
            aria-pressed={isChosen}
            onClick={() => {
              chosenLogin.value = index;
            }}
          >
            {title}
            {outcome && (
              <span class="ending">
                <span aria-hidden="true">{SIGNS[shapeOf(outcome)]} </span>
                {outcome.status} {outcome.decision}
              </span>
            )}
            {isChosen && draft.value.logins.length > 1 && <span class="tag">looked at</span>}
          </button>
        </h3>
        {draft.value.logins.length > 1 && <Order index={index} title={title} />}
      </header>
      {outcome ? <Told outcome={outcome} /> : <p class="about">Is simulated …</p>}
    </li>
  );
}

function Order({ index, title }: { readonly index: number; readonly title: string }) {
  const last = draft.value.logins.length - 1;
  return (
    <span class="order">
      <button
        type="button"
        class="quiet"
        aria-label={`Move ${title} up`}
        disabled={index === 0}
        onClick={() => moveLogin(index, -1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={`Move ${title} down`}
        disabled={index === last}
        onClick={() => moveLogin(index, 1)}
      >
        ↓
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={`Remove ${title}`}
        onClick={() => removeLogin(index)}
      >
        ✕
      </button>
    </span>
  );
}

/** What a login did. */
function Told({ outcome }: { readonly outcome: Outcome }) {
  const { verdict, error, identity, changes } = outcome;
  const written = changes.filter(({ by }) => by.kind !== "login");
  const kept = changes.length - written.length;
  const who = identity.email.value ?? identity.username.value ?? identity.uniqueId.value;
  return (
    <>
      <p>
        The person ({who ?? "without a unique id"}) {verdict}.
      </p>
      {error && (
        <p class="error">
          <code>{error.code}</code>: {error.message}
        </p>
      )}
      {changes.length === 0 ? (
        <p class="about">Changes nothing.</p>
      ) : (
        <ul class="changes" aria-label="What changed">
          {written.map((change) => (
            <Changed key={change.path} change={change} />
          ))}
          {kept > 0 && (
            <li class="kept">
              {written.length > 0 ? "and " : ""}
              {kept === 1 ? "1 field" : `${kept} fields`} that FusionAuth keeps itself, such as ids
              and times
            </li>
          )}
        </ul>
      )}
    </>
  );
}

const SIGN_OF = { add: "+", replace: "~", remove: "−" } as const;
const WORD_OF = { add: "added", replace: "changed", remove: "removed" } as const;

function Changed({ change }: { readonly change: Change }) {
  const { op, before, after } = change;
  return (
    <li class={op}>
      <span class="sign" aria-hidden="true">
        {SIGN_OF[op]}
      </span>
      <span class="said">{WORD_OF[op]} </span>
      <code>{nameOf(change)}</code> {op !== "add" && <span class="was">{inline(before)}</span>}
      {op === "replace" && " → "}
      {op !== "remove" && <span class="is">{inline(after)}</span>}
    </li>
  );
}
