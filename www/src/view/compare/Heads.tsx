import { Broken } from "./Broken.js";
import { ownStrategy } from "./provider.js";
import { outcomeOf, type Row, rows } from "./rows.js";
import { lockedOut } from "./verdict.js";

interface Scope {
  readonly scope: "row" | "col";
}

/** A strategy's name, whom it locks out, and whether it is the draft's. */
export function StrategyHead({ name, scope }: Scope & { readonly name: string }) {
  const outcomes = rows.value.flatMap((row) => outcomeOf(row, name) ?? []);
  const isOwn = name === ownStrategy.value;
  return (
    <th scope={scope} class={isOwn ? "own" : ""}>
      <span class="name">
        <Broken name={name} />
      </span>
      {isOwn && <span class="tag">this scenario</span>}
      {rows.value.length > 1 && outcomes.length === rows.value.length && (
        <span class="count">{lockedOut(outcomes)}</span>
      )}
    </th>
  );
}

/** Which login it is, and whose, as the core reads it. */
export function LoginHead({ row, scope }: Scope & { readonly row: Row }) {
  return (
    <th scope={scope} class="login">
      <span class="name">{row.login.title}</span>
      <span class="whose">{whose(row)}</span>
    </th>
  );
}

/** Whose login it is. */
function whose(row: Row): string {
  const identity = row.outcomes && Object.values(row.outcomes)[0]?.identity;
  if (!identity) return "";
  const { email, username, uniqueId } = identity;
  return email.value ?? username.value ?? uniqueId.value ?? "nobody: no unique id";
}
