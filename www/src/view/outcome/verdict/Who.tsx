import type { ComponentChildren } from "preact";
import type { IdentityView, Outcome } from "reconcile-kit";
import type { Result } from "../../../app/store.js";
import { Claim } from "../parts/Claim.js";
import { Run } from "./Verdict.js";

interface Props {
  readonly outcome: Outcome;
  readonly result: Result;
}

/** Who the person is by the claims, why they were refused, and what ran. */
export function Who({ outcome, result }: Props) {
  const { identity, error } = outcome;
  return (
    <>
      {error && (
        <p class="login-error">
          <b>{error.code}</b> {error.message}
          {error.key && <code>{error.key}</code>}
        </p>
      )}
      <dl class="who">
        <Read name="Unique id" {...identity.uniqueId} field="/link/identityProviderUserId" />
        <Read name="E-mail" {...identity.email} field="/user/email">
          <Verified said={identity.emailVerified} />
        </Read>
        <Read name="Username" {...identity.username} field="/user/username" />
        <Run outcome={outcome} result={result} />
      </dl>
    </>
  );
}

interface ReadProps {
  readonly name: string;
  readonly value: string | null;
  readonly source: string | null;
  /** What the value becomes. */
  readonly field: string;
  readonly children?: ComponentChildren;
}

function Read({ name, value, source, field, children }: ReadProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value === null ? <span class="nothing">none</span> : <code>{value}</code>}{" "}
        {source && <Claim claim={source} field={field} />} {value !== null && children}
      </dd>
    </div>
  );
}

function Verified({ said: { value, source } }: { said: IdentityView["emailVerified"] }) {
  const words = value === null ? "verified or not: not said" : value ? "verified" : "not verified";
  return (
    <>
      <span class="verified">{words}</span>{" "}
      {source && <Claim claim={source} field="/user/verified" />}
    </>
  );
}
