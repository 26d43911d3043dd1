// The identity provider of a log: what its lines say of it, and which claims it must have read.

import { claimFor, isFree, isSent, ROLES, type Role, type Sample } from "./claim-names.js";
import type { LoginFacts } from "./login-facts.js";
import type { Notes } from "./notes.js";
import type { Entry } from "./read-log.js";
import type { Kind } from "./wording.js";

const OPENID = "OpenIDConnect";

/** The name of a claim that nobody sent. */
const UNKNOWN_CLAIM = "claim-not-in-the-log";

/** The identity provider through which all of `logins` came. */
export function providerFrom(logins: readonly LoginFacts[], notes: Notes): object {
  const header = logins.find(({ logged }) => logged.header)?.logged.header;
  const type = header?.type ?? OPENID;
  if (!header?.id) notes.miss("the identity provider's id and name");
  if (!header) notes.conclude(logins[0]?.line, `there is no header: taken for \`${OPENID}\``);
  const lambda = first(logins, "lambda");
  const strategy = first(logins, "strategy");
  if (!strategy) notes.miss("the linking strategy; FusionAuth's default for the type counts");
  // In this order: a claim that is supplied may bring an ID token.
  const names = type === OPENID ? claims(logins, notes) : {};
  const oauth2 = type === OPENID ? { ...endpoints(logins, notes), ...names } : {};
  return {
    ...(header?.id ? { id: header.id } : {}),
    ...(header?.name ? { name: header.name } : {}),
    type,
    enabled: true,
    debug: true,
    ...(strategy ? { linkingStrategy: strategy.value } : {}),
    ...(lambda ? { lambdaConfiguration: { reconcileId: lambda.value } } : {}),
    ...(Object.keys(oauth2).length > 0 ? { oauth2 } : {}),
  };
}

function first(logins: readonly LoginFacts[], kind: Kind): Entry | undefined {
  return logins.map((login) => login.first(kind)).find((entry) => entry?.value);
}

/** The endpoints; with them goes the issuer, unless FusionAuth said that it knows no keys. */
function endpoints(logins: readonly LoginFacts[], notes: Notes): object {
  const token = first(logins, "token-call");
  const userinfo = first(logins, "userinfo-call");
  const tried: Kind[] = ["no-keys", "client-secret", "not-verified"];
  const byHand = logins.some((login) => tried.some((kind) => login.first(kind)));
  const issuer = byHand ? undefined : issuerFor(logins, token?.value, notes);
  return {
    ...(issuer === undefined ? {} : { issuer }),
    ...(token ? { token_endpoint: token.value } : {}),
    ...(userinfo ? { userinfo_endpoint: userinfo.value } : {}),
  };
}

/** The ID token's issuer. Where only its use is known, the address that discovery must have begun at. */
function issuerFor(
  logins: readonly LoginFacts[],
  endpoint: string | undefined,
  notes: Notes,
): string | undefined {
  for (const login of logins) {
    const line = login.first("token-answer")?.line ?? login.line;
    const issuer = login.idToken?.iss;
    if (typeof issuer === "string") {
      const doubt = "remove it if the endpoints are configured by hand";
      notes.conclude(line, `\`issuer\` is the ID token's \`iss\`; ${doubt}`);
      return issuer;
    }
    if (login.usesHiddenToken && endpoint !== undefined) {
      const reason = "FusionAuth used an ID token and missed no keys";
      notes.conclude(
        line,
        `\`issuer\` stands for the one that endpoints were discovered by: ${reason}`,
      );
      return originOf(endpoint);
    }
  }
  return undefined;
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address;
}

/** The names of claims that are not the usual ones. */
function claims(logins: readonly LoginFacts[], notes: Notes): object {
  const roles = ROLES.flatMap((role) => {
    const samples = logins.flatMap((login) => login.resolved(role.kind) ?? []);
    const [first] = samples;
    return first ? [{ role, samples, first, ...claimFor(role, samples) }] : [];
  });
  // Only now, because what is supplied for one role must not be taken for the claim of another.
  for (const { role, samples, claim } of roles) {
    if (claim === undefined) supply(role, logins, samples, notes);
  }
  const named = roles.filter(({ role, claim }) => claim !== undefined && claim !== role.usual);
  for (const { role, claim, others, first } of named) {
    const doubt = others.length > 0 ? `; ${list(others)} would fit as well` : "";
    notes.conclude(first.line, `the ${role.name} is the claim \`${claim}\`${doubt}`);
  }
  return {
    ...Object.fromEntries(named.map(({ role, claim }) => [role.setting, claim])),
    ...Object.fromEntries(ROLES.flatMap((role) => unresolved(role, logins, notes))),
  };
}

/** FusionAuth resolved nothing although the usual claim was sent, so it reads another one. */
function unresolved(
  { kind, name, usual, setting }: Role,
  logins: readonly LoginFacts[],
  notes: Notes,
) {
  if (logins.some((login) => login.resolved(kind))) return [];
  // Only a log that goes as far as this line would have said so before.
  const login = logins.find(({ userinfo }) => isSent(usual, userinfo));
  const line = login?.first("unique-id")?.line;
  if (line === undefined) return [];
  const reason = `no ${name} was resolved although \`${usual}\` was sent`;
  notes.conclude(
    line,
    `\`${UNKNOWN_CLAIM}\` stands for the claim that FusionAuth reads: ${reason}`,
  );
  return [[setting, UNKNOWN_CLAIM]];
}

/** Writes a value, whose claim is not in the log, where FusionAuth must have found it. */
function supply(
  { usual, name, kind }: Role,
  logins: readonly LoginFacts[],
  samples: readonly Sample[],
  notes: Notes,
): void {
  const line = samples[0]?.line;
  if (!isFree(usual, samples)) {
    notes.leaveOut(line, `no claim that the log shows holds the ${name}, so the preview differs`);
    return;
  }
  for (const login of logins) {
    const sample = login.resolved(kind);
    if (!sample) continue;
    if (login.hasWholeUserinfo) login.supplyToken(usual, sample.value);
    else login.userinfo[usual] = sample.value;
    const place = login.hasWholeUserinfo
      ? "ID token, because userinfo does not have it"
      : "userinfo";
    notes.conclude(sample.line, `the ${name} is written as the claim \`${usual}\` of the ${place}`);
  }
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
