import { useSignal } from "@preact/signals";
import type { Outcome } from "reconcile-kit";
import { chosenLogin } from "../../app/store.js";
import { Broken } from "../compare/Broken.js";
import { inline } from "../compare/mappings/value.js";
import type { FieldOverTime, Mark, Moment, Track } from "./track.js";

const SIGNS: Readonly<Record<Mark, string>> = { added: "+", changed: "~", removed: "−" };

interface Props {
  readonly tracks: readonly Track[];
  /** What each login led to. */
  readonly outcomes: readonly Outcome[];
}

/** Each user as a table: fields down, time across. */
export function OverTime({ tracks, outcomes }: Props) {
  const isAll = useSignal(false);
  return (
    <section aria-labelledby="history-users">
      <h2 id="history-users">The user over time</h2>
      {tracks.length === 0 ? (
        <p class="about">No login became a user, so nothing changes.</p>
      ) : (
        <>
          {tracks.length > 1 && (
            <p class="about">The logins became {tracks.length} different users.</p>
          )}
          <label class="all">
            <input
              type="checkbox"
              checked={isAll.value}
              onChange={(event) => {
                isAll.value = event.currentTarget.checked;
              }}
            />
            All fields, also those that stay, and ids and times
          </label>
          {tracks.map((track) => (
            <OfUser key={track.userId} track={track} outcomes={outcomes} isAll={isAll.value} />
          ))}
        </>
      )}
    </section>
  );
}

interface OfUserProps {
  readonly track: Track;
  readonly outcomes: readonly Outcome[];
  readonly isAll: boolean;
}

function OfUser({ track, outcomes, isAll }: OfUserProps) {
  const { name, userId, existedBefore } = track;
  const shown = track.fields.filter(
    ({ isKept, moments }) => isAll || (!isKept && moments.some(({ mark }) => mark)),
  );
  const title = `User ${name}`;
  return (
    <div class="user">
      <h3>
        {title} {name !== userId && <span class="id">{userId}</span>}
      </h3>
      {shown.length === 0 ? (
        <p class="about">None of the logins changes a field of this user.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        <section class="table-scroll" tabIndex={0} aria-label={`${title} over time`}>
          <table>
            <thead>
              <tr class="heads">
                <th scope="col">field</th>
                <th scope="col">
                  before {!existedBefore && <span class="note">no such user</span>}
                </th>
                {outcomes.map(({ user }, index) => (
                  <th key={index} scope="col" class={chosenLogin.value === index ? "chosen" : ""}>
                    login {index + 1}{" "}
                    {user?.id !== userId && (
                      <span class="note">{user ? "another user" : "nobody signs in"}</span>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((field) => (
                <Field key={field.field} field={field} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

function Field({ field: { field, moments } }: { readonly field: FieldOverTime }) {
  return (
    <tr>
      <th scope="row">
        <code>
          <Broken name={field} />
        </code>
      </th>
      {moments.map((moment, index) => (
        <At key={index} moment={moment} field={field} />
      ))}
    </tr>
  );
}

function At({
  moment: { value, mark },
  field,
}: {
  readonly moment: Moment;
  readonly field: string;
}) {
  return (
    <td class={mark ?? "same"}>
      {mark && (
        <span class="mark">
          <span aria-hidden="true">{SIGNS[mark]}</span> {mark}
        </span>
      )}
      {value === undefined ? <span class="nothing">–</span> : shown(field, value)}
    </td>
  );
}

/** A value; a moment in milliseconds with its date. */
function shown(field: string, value: unknown): string {
  const isTime = field.endsWith("Instant") && typeof value === "number";
  if (!isTime || Math.abs(value) > 8.64e15) return inline(value);
  return `${new Date(value).toISOString()} (${value})`;
}
