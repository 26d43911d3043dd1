// What stands in the cell that was opened.

import { signal } from "@preact/signals";
import type { Outcome } from "reconcile-kit";
import { editLogin } from "../../app/actions.js";
import { outputTab } from "../../app/layout.js";
import { chosenLogin, draft } from "../../app/store.js";
import { canChooseStrategy, chooseStrategy } from "../../app/strategy.js";
import { ownStrategy, STRATEGIES } from "./provider.js";
import { outcomeOf, type Row, rows } from "./rows.js";
import { SIGNS, shapeOf } from "./verdict.js";

/** The open cell, by its login and strategy. */
export const opened = signal<{ readonly id: string; readonly strategy: string } | undefined>(
  undefined,
);

/** Opens a cell; the one that is open already is closed. */
export function open(id: string, strategy: string): void {
  opened.value = isOpened(id, strategy) ? undefined : { id, strategy };
}

/** Whether this cell is open. */
export function isOpened(id: string, strategy: string): boolean {
  return opened.value?.id === id && opened.value.strategy === strategy;
}

/** Closes what is open. */
export function close(): void {
  opened.value = undefined;
}

/** Closes what is open from within, and goes back to its cell. */
function closeAndReturn(): void {
  const cell = document.querySelector<HTMLElement>('.compare .cell[aria-expanded="true"]');
  close();
  cell?.focus();
}

/** The panel below the grid. It is there before anything is in it, so that what comes is read out. */
export function Opened() {
  const at = opened.value;
  const row = rows.value.find(({ login }) => login.id === at?.id);
  const outcome = at && row && outcomeOf(row, at.strategy);
  return (
    <div class="opened-place" aria-live="polite">
      {at && row && outcome && <Panel row={row} strategy={at.strategy} outcome={outcome} />}
    </div>
  );
}

interface Shown {
  readonly row: Row;
  readonly strategy: string;
  readonly outcome: Outcome;
}

function Panel({ row, strategy, outcome }: Shown) {
  const shape = shapeOf(outcome);
  const words = STRATEGIES.find(({ name }) => name === strategy)?.words;
  return (
    <section class={`opened ${shape}`} aria-label={`${strategy}, ${row.login.title}`}>
      <header>
        <h3>
          {strategy} <span class="of">{row.login.title}</span>
        </h3>
        <button type="button" class="quiet" aria-label="Close this cell" onClick={closeAndReturn}>
          ✕
        </button>
      </header>
      <p class="words">{words}</p>
      <p class="verdict-line">
        <span class="sign" aria-hidden="true">
          {SIGNS[shape]}
        </span>{" "}
        {outcome.status}: the person {outcome.verdict}.
      </p>
      <Facts outcome={outcome} />
      <Decisive outcome={outcome} />
      <Actions row={row} strategy={strategy} />
    </section>
  );
}

function Facts({ outcome }: { readonly outcome: Outcome }) {
  const { identity, user, registration, error, changes } = outcome;
  const { email, emailVerified, username, uniqueId } = identity;
  const verified = emailVerified.value ? " (verified)" : " (not verified)";
  return (
    <dl>
      <dt>Person</dt>
      <dd>
        {uniqueId.value ?? "no unique id"},{" "}
        {email.value ? `${email.value}${verified}` : "no e-mail"},{" "}
        {username.value ? `username ${username.value}` : "no username"}
      </dd>
      {user && (
        <>
          <dt>User</dt>
          <dd>
            {user.email ?? user.username ?? "without e-mail and username"}, id {user.id}
          </dd>
        </>
      )}
      {registration && (
        <>
          <dt>Registration</dt>
          <dd>{registration.roles?.length ? registration.roles.join(", ") : "no roles"}</dd>
        </>
      )}
      {error && (
        <>
          <dt>Error</dt>
          <dd>
            <code>{error.code}</code>: {error.message}
          </dd>
        </>
      )}
      <dt>Changes</dt>
      <dd>
        {changes.length === 0
          ? "nothing is changed"
          : changes.length === 1
            ? "1 field"
            : `${changes.length} fields`}
      </dd>
    </dl>
  );
}

/** The assumptions on which the outcome rests. */
function Decisive({ outcome }: { readonly outcome: Outcome }) {
  const decisive = outcome.assumptions.filter((assumption) => assumption.decisive);
  if (decisive.length === 0) return null;
  return (
    <div class="decisive">
      <h4>This rests on what no documentation says</h4>
      <ul>
        {decisive.map(({ id, value, alternatives }) => (
          <li key={id}>
            <code>{id}</code> is taken to be <code>{value}</code>
            {alternatives
              .filter(({ differs }) => differs.length > 0)
              .map((other) => `; with ${other.value}, ${other.status} ${other.decision}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Actions({ row, strategy }: Omit<Shown, "outcome">) {
  const { index } = row.login;
  const isOwn = strategy === ownStrategy.value;
  const look = () => {
    if (index === undefined) editLogin(Math.min(chosenLogin.value, lastLogin()), row.text);
    else chosenLogin.value = index;
    outputTab.value = "path";
  };
  return (
    <p class="actions">
      {isOwn ? (
        <span class="note">This scenario has this strategy.</span>
      ) : (
        <button
          type="button"
          class="primary"
          disabled={!canChooseStrategy.value}
          onClick={() => chooseStrategy(strategy)}
        >
          Use {strategy}
        </button>
      )}
      <button type="button" onClick={look}>
        {index === undefined ? "Put this login into the scenario" : "Look at this login"}
      </button>
    </p>
  );
}

function lastLogin(): number {
  return draft.value.logins.length - 1;
}
