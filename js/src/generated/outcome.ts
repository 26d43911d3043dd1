// Generated from the JSON Schema by `npm run generate`. Do not edit.

import type {AnyField} from "../any-field.js";

/**
 * What a scenario led to.
 */
export type Preview = Outcome | Several;
/**
 * How well a step is founded.
 */
export type BasisKind = "documented" | "source" | "issue" | "inferred" | "assumed";
/**
 * What happened to a field.
 */
export type ChangeOp = "add" | "replace" | "remove";
/**
 * What became of the person.
 */
export type Decision =
  "linked" | "link-existing" | "create" | "create-anonymous" | "pending" | "not-linked" | "reject";
/**
 * Kind of an event-log entry.
 */
export type EventLogType = "Information" | "Debug" | "Error";
/**
 * How much a finding matters.
 */
export type Severity = "error" | "warning" | "info";
/**
 * Which decision a step is. These words are stable; titles and details are for people.
 */
export type StepId =
  | "used-id-token"
  | "left-out-id-token"
  | "read-claim"
  | "read-verification"
  | "found-link"
  | "found-no-link"
  | "completed-pending-link"
  | "declined-to-link"
  | "applied-strategy"
  | "matched-user"
  | "matched-nobody"
  | "passed-over-username"
  | "accepted-email"
  | "found-other-link"
  | "reached-link-limit"
  | "reconciled"
  | "applied-rule"
  | "left-out-anonymous"
  | "left-out-pending"
  | "moved-to-user"
  | "created-user"
  | "created-user-anonymously"
  | "updated-user"
  | "created-link"
  | "took-registration"
  | "updated-registration"
  | "created-registration"
  | "not-registered"
  | "logged-in"
  | "logged-in-unregistered"
  | "pending"
  | "not-linked"
  | "refused";
/**
 * Where on the way of a login a decision is taken.
 */
export type TraceStage = "claims" | "link" | "match" | "map" | "create" | "register" | "end";
/**
 * The kinds of writers.
 */
export type WriterKind =
  "linking" | "lambda" | "policy" | "attribute-mapping" | "default-role" | "login";

/**
 * What a login leads to when an assumption has another value.
 */
export interface AlternativeOutcome {
  /**
   * What becomes of the person then.
   */
  decision: Decision;
  /**
   * What is not the same then: `ending`, `user`, `registration`, `link`, or
   * `nothing-stored`; empty when nothing differs.
   */
  differs: string[];
  /**
   * The error's code then, if there is one.
   */
  error: string | null;
  /**
   * The status then.
   */
  status: number;
  /**
   * The other value.
   */
  value: string;
}
/**
 * What a step rests on.
 */
export interface Basis {
  /**
   * How well it is founded.
   */
  kind: BasisKind;
  /**
   * Where.
   */
  ref: string;
}
/**
 * One field that a login changes.
 */
export interface Change {
  /**
   * What it holds now; `null` for nothing.
   */
  after: unknown;
  /**
   * What it held; `null` for nothing.
   */
  before: unknown;
  /**
   * Who wrote it.
   */
  by: WrittenBy;
  /**
   * The claims it came from, as far as they are known.
   */
  from: string[];
  /**
   * What happened.
   */
  op: ChangeOp;
  /**
   * The field, such as `/user/firstName`.
   */
  path: string;
}
/**
 * One finding about a scenario, an identity provider or a login.
 */
export interface Diagnostic {
  /**
   * The rule that speaks, in kebab case. It names the rule's page too.
   */
  code: string;
  /**
   * Column in that line, in characters, from 1.
   */
  column?: number | null;
  /**
   * What it may say there.
   */
  expected?: string | null;
  /**
   * The file that line and column are in, where it is not the document itself: the lambda's.
   */
  file?: string | null;
  /**
   * What the document says there, shortened.
   */
  found?: string | null;
  /**
   * What to do about it.
   */
  help: string;
  /**
   * Line in the document's text, from 1; absent where there is no text.
   */
  line?: number | null;
  /**
   * What is the matter, in one lower-case sentence.
   */
  message: string;
  /**
   * Where: a JSON Pointer into the document.
   */
  path: string;
  /**
   * How much it matters.
   */
  severity: Severity;
  /**
   * The rule's page, relative to the package.
   */
  url: string;
}
/**
 * An entry of FusionAuth's event log.
 */
export interface EventLogEntry {
  /**
   * Its text.
   */
  message: string;
  /**
   * Its kind.
   */
  type: EventLogType;
}
/**
 * A FusionAuth identity-provider link: this person at this identity provider is that user.
 */
export interface IdentityProviderLink {
  /**
   * Name to show for the link; overwritten at each login.
   */
  displayName?: string;
  /**
   * The identity provider.
   */
  identityProviderId: string;
  /**
   * The person's unique id at the identity provider; for Cognito, `sub`.
   */
  identityProviderUserId: string;
  /**
   * When the link was made, in milliseconds since 1970.
   */
  insertInstant?: number;
  /**
   * When the link was last used, in milliseconds since 1970.
   */
  lastLoginInstant?: number;
  /**
   * The tenant of the user.
   */
  tenantId?: string;
  /**
   * The FusionAuth user.
   */
  userId: string;
  [field: string]: AnyField;
}
/**
 * Who the person is, and where each value was read.
 */
export interface IdentityView {
  /**
   * The e-mail address.
   */
  email: Resolved;
  /**
   * Whether the e-mail address is verified.
   */
  emailVerified: Resolved2;
  /**
   * The unique id at the identity provider.
   */
  uniqueId: Resolved;
  /**
   * The username.
   */
  username: Resolved;
}
/**
 * A write that has no effect.
 */
export interface IgnoredWriteView {
  /**
   * The field, such as `/user/username`.
   */
  path: string;
  /**
   * Why it has no effect.
   */
  reason: string;
  /**
   * What was written; `null` for a removal.
   */
  value: unknown;
}
/**
 * Why a login was refused.
 */
export interface LoginError {
  /**
   * A short code such as `UnverifiedEmail`.
   */
  code: string;
  /**
   * FusionAuth's own key, where it has one.
   */
  key: string | null;
  /**
   * FusionAuth's own words, where they are known.
   */
  message: string;
}
/**
 * An assumption that a login met.
 */
export interface MetAssumption {
  /**
   * What the other values lead to.
   */
  alternatives: AlternativeOutcome[];
  /**
   * Whether another value changes the outcome.
   */
  decisive: boolean;
  /**
   * Its id.
   */
  id: string;
  /**
   * The value that was simulated.
   */
  value: string;
}
/**
 * What a login led to, and why.
 */
export interface Outcome {
  /**
   * The assumptions that this login met.
   */
  assumptions: MetAssumption[];
  /**
   * Every field that the login changes.
   */
  changes: Change[];
  /**
   * What became of the person.
   */
  decision: Decision;
  /**
   * What to watch out for.
   */
  diagnostics: Diagnostic[];
  /**
   * Why the login was refused, if it was.
   */
  error: LoginError | null;
  /**
   * FusionAuth's event log: what a lambda logged, at most one entry of each type a run, and as the last one the
   * identity provider's own debug log, where its `debug` is on.
   */
  eventLog: EventLogEntry[];
  /**
   * Who the person is.
   */
  identity: IdentityView;
  /**
   * What was written and has no effect.
   */
  ignoredWrites: IgnoredWriteView[];
  /**
   * How often a lambda, a policy or mappings ran: 0, 1 or 2.
   */
  lambdaRuns: number;
  /**
   * The link after the login.
   */
  link: IdentityProviderLink | null;
  /**
   * What a pending link would show.
   */
  pendingLink: PendingLink | null;
  /**
   * The registration for the application after the login.
   */
  registration: Registration | null;
  /**
   * The status that FusionAuth's login API would answer.
   */
  status: number;
  /**
   * The decisions, in order.
   */
  trace: TraceStep[];
  /**
   * The user after the login.
   */
  user: User | null;
  /**
   * The outcome in a sentence whose subject is the person: `becomes the new user jane@example.com, …`.
   */
  verdict: string;
}
/**
 * What FusionAuth shows of a pending link.
 */
export interface PendingLink {
  /**
   * Name to show: e-mail address or username.
   */
  displayName?: string | null;
  /**
   * The e-mail address.
   */
  email?: string | null;
  /**
   * The identity provider.
   */
  identityProviderId: string;
  /**
   * Its name.
   */
  identityProviderName: string;
  /**
   * Its type.
   */
  identityProviderType: string;
  /**
   * The person's unique id there.
   */
  identityProviderUserId: string;
  /**
   * The username.
   */
  username?: string | null;
}
/**
 * A FusionAuth Registration, as its API prints it.
 */
export interface Registration {
  /**
   * The application the user is registered for.
   */
  applicationId?: string;
  /**
   * Token that stands for the password.
   */
  authenticationToken?: string;
  /**
   * The registration's id in CleanSpeak.
   */
  cleanSpeakId?: string;
  /**
   * Anything the application keeps about this registration.
   */
  data?: {
    [field: string]: AnyField;
  };
  /**
   * The registration's id.
   */
  id?: string;
  /**
   * When the registration was made.
   */
  insertInstant?: number;
  /**
   * When the user last logged in to the application.
   */
  lastLoginInstant?: number;
  /**
   * When the registration was last changed.
   */
  lastUpdateInstant?: number;
  /**
   * Locales preferred in this application.
   */
  preferredLanguages?: string[];
  /**
   * Names of the application's roles that the user has.
   */
  roles?: string[];
  /**
   * IANA time zone in this application.
   */
  timezone?: string;
  /**
   * Identity-provider tokens (before 1.28; links hold them now).
   */
  tokens?: {
    [field: string]: AnyField;
  };
  /**
   * Name to display in this application; no identity, need not be unique.
   */
  username?: string;
  /**
   * Moderation state of the username.
   */
  usernameStatus?: AnyField;
  /**
   * Whether the registration is verified.
   */
  verified?: boolean;
  /**
   * When the registration was verified.
   */
  verifiedInstant?: number;
}
/**
 * One value that FusionAuth read, and where from.
 */
export interface Resolved {
  /**
   * Where it was read: a pointer into the login, such as `/userinfo/sub`.
   */
  source: string | null;
  /**
   * The value; `null` when no claim gave one.
   */
  value: string | null;
}
/**
 * One value that FusionAuth read, and where from.
 */
export interface Resolved2 {
  /**
   * Where it was read: a pointer into the login, such as `/userinfo/sub`.
   */
  source: string | null;
  /**
   * The value; `null` when no claim gave one.
   */
  value: boolean | null;
}
/**
 * What several logins led to.
 */
export interface Several {
  /**
   * All links afterwards.
   */
  links: IdentityProviderLink[];
  /**
   * The outcomes, in order.
   */
  logins: Outcome[];
  /**
   * All users afterwards, by id.
   */
  users: User[];
}
/**
 * One step of a login.
 */
export interface TraceStep {
  /**
   * What it rests on.
   */
  basis: Basis;
  /**
   * With which values.
   */
  detail: string;
  /**
   * Which decision.
   */
  id: StepId;
  /**
   * Where on the way.
   */
  step: TraceStage;
  /**
   * What was decided.
   */
  title: string;
}
/**
 * A FusionAuth User, as its API prints it.
 */
export interface User {
  /**
   * Whether the account may log in.
   */
  active?: boolean;
  /**
   * Birthday, `YYYY-MM-DD`.
   */
  birthDate?: string;
  /**
   * When the password was last checked for breaches.
   */
  breachedPasswordLastCheckedInstant?: number;
  /**
   * Result of the last breach check.
   */
  breachedPasswordStatus?: AnyField;
  /**
   * The user's id in CleanSpeak.
   */
  cleanSpeakId?: string;
  /**
   * The connector that owns the password.
   */
  connectorId?: string;
  /**
   * Anything the application keeps about the user.
   */
  data?: {
    [field: string]: AnyField;
  };
  /**
   * E-mail address, an identity: lower case, unique in the tenant.
   */
  email?: string;
  /**
   * How the password is hashed.
   */
  encryptionScheme?: string;
  /**
   * When the account stops being able to log in.
   */
  expiry?: number;
  /**
   * Cost of the password's hash.
   */
  factor?: number;
  /**
   * Given name.
   */
  firstName?: string;
  /**
   * The whole name as one text.
   */
  fullName?: string;
  /**
   * The user's id.
   */
  id?: string;
  /**
   * E-mail, username and phone identities (since 1.59).
   */
  identities?: {
    [field: string]: AnyField;
  }[];
  /**
   * Where the user's picture is.
   */
  imageUrl?: string;
  /**
   * When the user was created.
   */
  insertInstant?: number;
  /**
   * When the user last logged in.
   */
  lastLoginInstant?: number;
  /**
   * Family name.
   */
  lastName?: string;
  /**
   * When the user was last changed.
   */
  lastUpdateInstant?: number;
  /**
   * Id in an earlier system (since 1.67), unique and fixed.
   */
  legacyIdentifier?: string;
  /**
   * Groups the user belongs to.
   */
  memberships?: {
    [field: string]: AnyField;
  }[];
  /**
   * Middle name.
   */
  middleName?: string;
  /**
   * Mobile phone number, profile data and no identity.
   */
  mobilePhone?: string;
  /**
   * E-mail address of a child's parent.
   */
  parentEmail?: string;
  /**
   * Never returned; a mapping to it has no effect.
   */
  password?: string;
  /**
   * Why the password has to be changed.
   */
  passwordChangeReason?: AnyField;
  /**
   * Whether the password has to be changed.
   */
  passwordChangeRequired?: boolean;
  /**
   * When the password was last changed.
   */
  passwordLastUpdateInstant?: number;
  /**
   * Phone number, an identity (since 1.59).
   */
  phoneNumber?: string;
  /**
   * Locales the user prefers, best first.
   */
  preferredLanguages?: string[];
  /**
   * Registrations for applications.
   */
  registrations?: {
    [field: string]: AnyField;
  }[];
  /**
   * Salt of the password's hash.
   */
  salt?: string;
  /**
   * The tenant the user belongs to.
   */
  tenantId?: string;
  /**
   * IANA time zone.
   */
  timezone?: string;
  /**
   * Second factors.
   */
  twoFactor?: {
    [field: string]: AnyField;
  };
  /**
   * The username with the suffix that makes it unique.
   */
  uniqueUsername?: string;
  /**
   * Username, an identity, unique in the tenant.
   */
  username?: string;
  /**
   * Moderation state of the username.
   */
  usernameStatus?: AnyField;
  /**
   * Whether the e-mail address is verified.
   */
  verified?: boolean;
  /**
   * When the e-mail address was verified.
   */
  verifiedInstant?: number;
}
/**
 * Who wrote a field.
 */
export interface WrittenBy {
  /**
   * Column of the assignment, from 1.
   */
  column?: number | null;
  /**
   * Who.
   */
  kind: WriterKind;
  /**
   * Line of the assignment in the lambda, from 1, where it is known.
   */
  line?: number | null;
  /**
   * The policy rule or mapping.
   */
  rule?: string | null;
  /**
   * In which run, for lambdas and policies.
   */
  run?: number | null;
}
