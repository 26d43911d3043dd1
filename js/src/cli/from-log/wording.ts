// What FusionAuth writes into the debug log of an identity provider, as far as public reports show it.

/** What a line is about. */
export type Kind =
  | "header"
  | "token-call"
  | "userinfo-call"
  | "other-call"
  | "status"
  | "token-answer"
  | "userinfo"
  | "other-answer"
  | "no-keys"
  | "client-secret"
  | "not-verified"
  | "strategy"
  | "email"
  | "username"
  | "unique-id"
  | "returned"
  | "linked"
  | "exists"
  | "lambda"
  | "updating"
  | "request-failed"
  | "failed"
  | "errors"
  | "error-answer"
  | "lambda-result"
  | "id-token";

/** A line that is known. */
interface Wording {
  readonly kind: Kind;
  /** The whole line; what it captures is the line's value. */
  readonly pattern: RegExp;
}

/** Brackets may stand in a value, so a value ends at the last one. */
const WORDINGS: readonly Wording[] = [
  { kind: "token-call", pattern: /^Call the configured Token endpoint \[(.*)\]\.?$/i },
  { kind: "userinfo-call", pattern: /^Call the configured Userinfo endpoint \[(.*)\]\.?$/i },
  { kind: "other-call", pattern: /^Call the \[(.*)\] endpoint\.?$/i },
  { kind: "status", pattern: /^Endpoint returned status code \[(.*)\]\.?$/i },
  { kind: "token-answer", pattern: /^Access Token Response:$/i },
  {
    kind: "userinfo",
    pattern: /^Build a new user object from the returned Userinfo response:$/i,
  },
  { kind: "other-answer", pattern: /^Endpoint response:$/i },
  {
    kind: "no-keys",
    pattern: /^No JSON Web Keys are available to attempt to verify the \[id_token\]\.?$/i,
  },
  {
    kind: "client-secret",
    pattern: /^Attempt to verify the \[id_token\] using the client secret\.?$/i,
  },
  { kind: "not-verified", pattern: /^(Unable to verify the \[id_token\].*)$/i },
  { kind: "strategy", pattern: /^Linking strategy \[(.*)\]\.?$/i },
  { kind: "email", pattern: /^Resolved email to \[(.*)\]\.?$/i },
  { kind: "username", pattern: /^Resolved username to \[(.*)\]\.?$/i },
  { kind: "unique-id", pattern: /^Resolved unique Id to \[(.*)\]\.?$/i },
  { kind: "returned", pattern: /^Identity provider returned a unique Id \[(.*)\]\.?$/i },
  { kind: "linked", pattern: /^User with Id \[(.*)\] is linked to this external user\.?$/i },
  { kind: "exists", pattern: /^The user with the email address \[(.*)\] already exists\.?$/i },
  { kind: "lambda", pattern: /^Invoke configured lambda with Id \[(.*)\]\.?$/i },
  { kind: "updating", pattern: /^Updating user:$/i },
  { kind: "request-failed", pattern: /^(Request to the \[.*\] endpoint failed.*)$/i },
  { kind: "request-failed", pattern: /^(Unable to resolve OpenID Connect configuration.*)$/i },
  { kind: "request-failed", pattern: /^(Status code \[.*\].*)$/i },
  { kind: "failed", pattern: /^Failed to complete a login for Identity Provider (.*?)\.?$/i },
  { kind: "errors", pattern: /^The following errors occurred:$/i },
  { kind: "error-answer", pattern: /^Error response is:?$/i },
  { kind: "lambda-result", pattern: /^Lambda invocation result\.?$/i },
];

/** Kinds of lines after which FusionAuth prints JSON. */
export const WITH_JSON: ReadonlySet<Kind> = new Set<Kind>([
  "token-answer",
  "userinfo",
  "other-answer",
  "updating",
  "errors",
  "error-answer",
  "lambda-result",
  "id-token",
]);

/** What a line says, where it is known. */
export function wordingOf(text: string): { kind: Kind; value: string } | undefined {
  for (const { kind, pattern } of WORDINGS) {
    // What is copied from a page may have other blanks between the words.
    const found = pattern.exec(text) ?? pattern.exec(text.replaceAll("\u00a0", " "));
    if (found) return { kind, value: found[1] ?? "" };
  }
  return undefined;
}

/** What a line whose wording is not known announces, by the words in it. */
export function announced(text: string): Kind | undefined {
  if (/\buser ?info\b/i.test(text)) return "userinfo";
  if (/\baccess[ _]?token\b|\btoken endpoint\b|\btoken response\b/i.test(text))
    return "token-answer";
  if (/\bid[ _]?token\b/i.test(text)) return "id-token";
  return undefined;
}

/** The first line of an entry. */
export interface Header {
  /** The identity provider's type, as FusionAuth's API calls it. */
  readonly type: string;
  readonly name: string | undefined;
  readonly id: string | undefined;
  /** What follows and is not understood. */
  readonly rest: string;
}

const HEADER = /(?:^|\t) *([A-Z][\w ]*?) IdP Response Debug Log(.*)$/;
const NAMED = /^ for \[(.*)\] with Id \[([^\]]*)\]$/;

/** The header that `text` is, if it is one. */
export function headerOf(text: string): Header | undefined {
  const [, type, after = ""] = HEADER.exec(text) ?? [];
  if (type === undefined) return undefined;
  const [, name, id] = NAMED.exec(after.trimEnd()) ?? [];
  const rest = name === undefined ? after.trim() : "";
  return { type: type.replaceAll(" ", ""), name: name || undefined, id: id || undefined, rest };
}
