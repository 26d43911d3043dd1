import { useSignal } from "@preact/signals";
import type { ClaimSet, Difference, FieldResult, PolicyDiff } from "reconcile-kit";
import type { Mapping } from "./sides.js";
import { Ticked } from "./Ticked.js";
import { type Attempt, tryClaims } from "./try-claims.js";
import { inline } from "./value.js";

interface Props {
  readonly diff: PolicyDiff;
  readonly before: Mapping;
}

/** Where two policies differ, as the core finds it by reasoning. */
export function PolicyDifferences({ diff, before }: Props) {
  const { same, differences, undecided } = diff;
  if (same) {
    return (
      <p class="same">
        <strong>No difference.</strong> Every login comes to the same under both policies: they were
        compared by reasoning, not by trying.
      </p>
    );
  }
  const count = differences.length === 1 ? "1 difference" : `${differences.length} differences`;
  return (
    <>
      <h3>{count}</h3>
      <p class="about">
        Found by reasoning about all claims there can be, not by trying some: where no difference is
        listed, there is none.
      </p>
      <ol class="differences">
        {differences.map((difference, index) => (
          <li key={index}>
            <One difference={difference} before={before} />
          </li>
        ))}
      </ol>
      {undecided.length > 0 && (
        <div class="notice" role="note">
          <p>
            <strong>Not decided.</strong> These are written differently, and no claims were found on
            which it matters:
          </p>
          <ul>
            {undecided.map((words) => (
              <li key={words}>
                <Ticked words={words} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function One({
  difference,
  before,
}: {
  readonly difference: Difference;
  readonly before: Mapping;
}) {
  const { what, old, oldResult, newResult, claims } = difference;
  const title = what === "gates" ? "Who may sign in" : what;
  return (
    <article class="difference" aria-label={title}>
      <h4>{what === "gates" ? title : <code>{title}</code>}</h4>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">the policy says</th>
            <th scope="col">with these claims</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">before</th>
            <td>
              <Ticked words={old} />
            </td>
            <td class="result">{resultText(what, oldResult)}</td>
          </tr>
          <tr>
            <th scope="row">after</th>
            <td>
              <Ticked words={difference.new} />
            </td>
            <td class="result">{resultText(what, newResult)}</td>
          </tr>
        </tbody>
      </table>
      <Claims claims={claims} given={given(difference)} />
      <Try difference={difference} before={before} />
    </article>
  );
}

/** Whom the claims are about, in words. */
function given({ newUser, stored }: Difference): string {
  if (newUser) return "a new user";
  return stored == null
    ? "a user who exists"
    : `a user who exists and in whom the field held ${inline(stored)}`;
}

function resultText(what: string, { denied, value }: FieldResult): string {
  if (denied) return `refused: ${denied.message}`;
  if (what === "gates") return "the login goes on";
  return value == null ? "the field is empty" : inline(value);
}

interface ClaimsProps {
  readonly claims: ClaimSet;
  /** For whom, besides. */
  readonly given: string;
}

function Claims({ claims: { jwt, id_token }, given: besides }: ClaimsProps) {
  const rows = [
    ...Object.entries(jwt).map(([name, value]) => ({ place: "userinfo", name, value })),
    ...Object.entries(id_token ?? {}).map(([name, value]) => ({ place: "ID token", name, value })),
  ];
  if (rows.length === 0) return <p class="given">With no claims at all, for {besides}.</p>;
  return (
    <table class="claims">
      <caption>With these claims, for {besides}</caption>
      <tbody>
        {rows.map(({ place, name, value }) => (
          <tr key={place + name}>
            <td>{place}</td>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              <code>{JSON.stringify(value)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Try({
  difference,
  before,
}: {
  readonly difference: Difference;
  readonly before: Mapping;
}) {
  const attempt = useSignal<Attempt | "failed" | undefined>(undefined);
  const run = async () => {
    try {
      attempt.value = await tryClaims(difference, before);
    } catch {
      attempt.value = "failed";
    }
  };
  return (
    <div class="try">
      <button type="button" onClick={() => void run()}>
        Try these claims
      </button>
      <p role="status">{attempt.value && attemptText(attempt.value, difference)}</p>
    </div>
  );
}

function attemptText(attempt: Attempt | "failed", { newUser }: Difference): string {
  if (attempt === "failed") return "The scenario cannot be simulated as it stands.";
  const { index, kept, shows } = attempt;
  const beside = kept.length > 0 ? ` (and its own ${kept.join(", ")}, to link on)` : "";
  const done = `Login ${index + 1} has these claims now${beside}; undo takes it back.`;
  if (shows) return `${done} The difference shows in the table below.`;
  const why = newUser
    ? "it needs a person who becomes a new user"
    : "it needs a user who exists, with what the field held";
  return `${done} The users and links of this scenario do not show the difference: ${why}.`;
}
