// Generated from the JSON Schema by `npm run generate`. Do not edit.

import type {AnyField} from "../any-field.js";

/**
 * What FusionAuth does when a person arrives for whom no link exists.
 */
export type LinkingStrategy =
  | "LinkByEmail"
  | "LinkByEmailForExistingUser"
  | "LinkByUsername"
  | "LinkByUsernameForExistingUser"
  | "LinkAnonymously"
  | "CreatePendingLink"
  | "Disabled"
  | "Unsupported";
/**
 * The name of a claim, such as `given_name`; `jwt.…` or `id_token.…` for one as it came; or a JSON Pointer below `/claims`, `/jwt` or `/id_token`.
 */
export type PolicyClaim = string;
/**
 * The name of a claim that has to be there, or what is asked of claims.
 */
export type PolicyCondition =
  | PolicyClaim
  | {
      /**
       * Each of these conditions holds.
       *
       * @minItems 1
       */
      all?: PolicyCondition[];
      /**
       * One of these conditions holds.
       *
       * @minItems 1
       */
      any?: PolicyCondition[];
      /**
       * The claim that is tested. A list passes a test when one of its entries does.
       */
      claim?: PolicyClaim;
      /**
       * A part of the text, or an entry of the list.
       */
      contains?: string;
      /**
       * The domain, or the domains, that an e-mail address belongs to, in any case.
       */
      domain?: string | string[];
      /**
       * What the text ends with.
       */
      endsWith?: string;
      /**
       * The text, number or boolean that the claim is.
       */
      equals?: PolicyScalar;
      /**
       * Whether the claim is there: not missing, not null and not an empty text.
       */
      exists?: boolean;
      /**
       * A pattern: `*` stands for any characters, `?` for one.
       */
      glob?: string;
      /**
       * Whether the letters A to Z are the same in upper and lower case.
       */
      ignoreCase?: boolean;
      /**
       * The texts, numbers or booleans of which the claim is one.
       *
       * @minItems 1
       */
      in?: PolicyScalar[];
      /**
       * A regular expression, as JavaScript reads it with the flag `u`.
       */
      matches?: string;
      /**
       * Whether FusionAuth is about to create the user.
       */
      newUser?: boolean;
      /**
       * This condition does not hold.
       */
      not?: PolicyCondition;
      /**
       * What the text starts with.
       */
      startsWith?: string;
      /**
       * The claim `email` or `phone_number` that the provider calls verified.
       */
      verified?: "email" | "phone_number";
    };
/**
 * What fields become: for each field a claim, a rule, or several rules.
 */
export type PolicyMap = {
  [
    field:
      `user.${string}` | `registration.${string}` | `/user/${string}` | `/registration/${string}`
  ]: PolicyRules;
};
/**
 * A claim, a rule, or several: the first that gives a value decides. Lists become what all their rules give: `user.memberships`, `user.preferredLanguages`, `registration.preferredLanguages`, `registration.roles`.
 */
export type PolicyRules = PolicyClaim | PolicyRule | (PolicyClaim | PolicyRule)[];
/**
 * This interface was referenced by `Root`'s JSON-Schema
 * via the `definition` "PolicyScalar".
 */
export type PolicyScalar = string | number | boolean;
/**
 * One step of what is done to a value.
 */
export type PolicyStep =
  | (
      | "trim"
      | "lower-case"
      | "upper-case"
      | "to-text"
      | "to-number"
      | "to-boolean"
      | "parse-json"
      | "url-decode"
      | "cognito-list"
      | "locale"
      | "birth-date"
    )
  | {
      /**
       * Puts a text before.
       */
      prefix: string;
    }
  | {
      /**
       * Puts a text after.
       */
      suffix: string;
    }
  | {
      /**
       * Makes a list of a text, cut at each separator; empty parts are left out.
       */
      split: string;
    }
  | {
      /**
       * Makes a text of a list, with a separator between the entries.
       */
      join: string;
    }
  | {
      /**
       * What stands in its place.
       */
      by: string;
      /**
       * Replaces each occurrence of a text by that in `by`.
       */
      replace: string;
    }
  | {
      /**
       * Keeps what the first group of a regular expression captures, or the whole match.
       */
      capture: string;
    }
  | {
      /**
       * Keeps what stands before the first separator; all of it where there is none.
       */
      before: string;
    }
  | {
      /**
       * Keeps what stands after the first separator; nothing where there is none.
       */
      after: string;
    }
  | {
      /**
       * Keeps what stands before the last separator; all of it where there is none.
       */
      "before-last": string;
    }
  | {
      /**
       * Keeps what stands after the last separator; nothing where there is none.
       */
      "after-last": string;
    };

/**
 * A scenario document.
 */
export interface Scenario {
  /**
   * The JSON Schema of this document, for editors.
   */
  $schema?: string;
  /**
   * User actions that prevent somebody from logging in.
   */
  actions?: PreventingAction[];
  /**
   * The application as FusionAuth's API returns it, with or without its wrapper; absent: the one application
   * that the identity provider enables.
   */
  application?: Application | {application: Application};
  /**
   * Values for assumptions, by their ids.
   */
  assumptions?: {
    /**
     * Open, because the lambda runs in addition to the map, and no page says in which order.
     */
    "claim-map-order"?: "before-lambda" | "after-lambda";
    /**
     * Open, because issue 1220 reports that registrations and memberships are replaced at each login, and says nothing of other fields.
     */
    "connector-update"?: "replaces" | "merges";
    /**
     * Open, because one sample of the documentation calls it, the list of methods does not have it.
     */
    "console-warn"?: "exists" | "missing";
    /**
     * Open, because the documentation says that no link is made, not when this is decided.
     */
    "email-verified-check"?: "after-lambda" | "before-lambda";
    /**
     * Open, because the login gates are documented without their place in the order.
     */
    "inactive-user"?: "reconciled-then-denied" | "denied-first";
    /**
     * Open, because issue 2080 reports that it is not always called.
     */
    "lambda-on-pending"?: "skipped" | "runs";
    /**
     * Open, because FusionAuth's own classes refuse such a value when they read it from JSON.
     */
    "lambda-result-conversion"?: "as-domain-classes" | "drops-value";
    /**
     * Open, because the limit is documented for the Link API and pending links.
     */
    "link-limit-on-automatic-link"?: "enforced" | "not-enforced";
    /**
     * Open, because the documentation says only that the lambda is not run again when nothing matches.
     */
    "linking-claim-of-matched-user"?: "changes" | "keeps";
    /**
     * Open, because the lambda is documented to run after reconciling, not what is undone.
     */
    "login-validation-denial"?: "persisted" | "rolled-back";
    /**
     * Open, because FusionAuth's class prints none for a new user, and no page says what the server adds before the lambda runs.
     */
    "new-user-stamp"?: "absent" | "present";
    /**
     * Open, because the pages on Epic Games and Twitter do not name the claims that are read.
     */
    "provider-identity-claims"?: "usual-names" | "none";
    /**
     * Open, because the default lambda writes to it unguarded, so an object is passed.
     */
    "registration-when-not-created"?: "transient" | "undefined";
    /**
     * Open, because issues 536 and 2612 report opposite behaviour.
     */
    "roles-on-create"?: "lambda-else-defaults" | "merge" | "defaults-only";
    /**
     * Open, because Cognito's userinfo sends the text "false"; FusionAuth documents only the boolean.
     */
    "string-false-email-verified"?: "is-false" | "ignored";
    /**
     * Open, because a JSON round trip drops the key, which clears the stored value.
     */
    "undefined-write"?: "clears" | "keeps";
    /**
     * Open, because neither documentation nor issues say whether such a write is kept.
     */
    "undocumented-user-field"?: "ignored" | "honoured";
    /**
     * Open, because issue 657 asks exactly this and shows no answer.
     */
    "unknown-role"?: "dropped" | "kept" | "fails";
    /**
     * Open, because the client library trims usernames and leaves their case.
     */
    "username-case"?: "insensitive" | "sensitive";
    [k: string]:
      | string
      | "before-lambda"
      | "after-lambda"
      | "replaces"
      | "merges"
      | "exists"
      | "missing"
      | "reconciled-then-denied"
      | "denied-first"
      | "skipped"
      | "runs"
      | "as-domain-classes"
      | "drops-value"
      | "enforced"
      | "not-enforced"
      | "changes"
      | "keeps"
      | "persisted"
      | "rolled-back"
      | "absent"
      | "present"
      | "usual-names"
      | "none"
      | "transient"
      | "undefined"
      | "lambda-else-defaults"
      | "merge"
      | "defaults-only"
      | "is-false"
      | "ignored"
      | "clears"
      | "honoured"
      | "dropped"
      | "kept"
      | "fails"
      | "insensitive"
      | "sensitive"
      | undefined;
  };
  /**
   * The part of the outcome that `reconcile-kit test` compares; keys that are missing are not compared.
   */
  expect?: {
    [field: string]: AnyField;
  };
  /**
   * What `fetch` answers the lambda, the first that fits; a call that fits none is an error.
   */
  fetch?: FetchAnswer[];
  /**
   * The FusionAuth version to simulate, such as `1.48` or `1.48.1`; the newest known one where absent.
   */
  fusionauth?: string;
  /**
   * The identity provider as FusionAuth's API returns it, with or without its `identityProvider` wrapper.
   */
  identityProvider: IdentityProvider | {identityProvider: IdentityProvider};
  /**
   * The reconcile lambda.
   */
  lambda?: LambdaSource;
  /**
   * Identity-provider links that exist before the login.
   */
  links?: IdentityProviderLink[];
  /**
   * The login.
   */
  login?: LoginDocument;
  /**
   * What the tenant's LoginValidation lambda leaves in its `result` (since 1.53).
   */
  loginValidation?: LoginValidation;
  /**
   * Several logins, in order, instead of `login`; each sees what the one before left behind.
   */
  logins?: LoginDocument[];
  /**
   * What this scenario shows.
   */
  name?: string;
  /**
   * The time of the login, RFC 3339; 2026-01-01T00:00:00Z where absent.
   */
  now?: string;
  /**
   * The policy that maps the claims: the document itself, or its file. It runs before a lambda, and replaces
   * attribute mappings.
   */
  policy?: PolicyDocument | PolicyFile;
  /**
   * What `context.services.secrets.get(name)` answers the lambda (since 1.64), by name.
   */
  secrets?: {
    [k: string]: string;
  };
  /**
   * The tenant as FusionAuth's API returns it, with or without its wrapper.
   */
  tenant?: Tenant | {tenant: Tenant};
  /**
   * FusionAuth users that exist before the login, with their registrations.
   */
  users?: User[];
}
/**
 * A FusionAuth application.
 */
export interface Application {
  /**
   * `false` when the application is switched off (older form of `state`).
   */
  active?: boolean;
  /**
   * The application's id; empty in a document that leaves it to the identity provider's settings.
   */
  id?: string;
  /**
   * Its name.
   */
  name?: string;
  /**
   * The roles it knows; absent when the document does not say.
   */
  roles?: ApplicationRole[];
  /**
   * `Active`, `Inactive` or `PendingDelete`.
   */
  state?: AnyField;
  /**
   * The tenant that the application belongs to.
   */
  tenantId?: string;
  [field: string]: AnyField;
}
/**
 * What an identity provider does for one application.
 */
export interface ApplicationConfiguration {
  /**
   * Whether a person without a registration gets one; default `true`.
   */
  createRegistration?: boolean;
  /**
   * Whether people can use it to log in to the application. FusionAuth's default is `false`.
   */
  enabled?: boolean;
  [field: string]: AnyField;
}
/**
 * A role that an application knows.
 */
export interface ApplicationRole {
  /**
   * Whether new registrations get it by themselves.
   */
  isDefault?: boolean;
  /**
   * The role's name, as registrations list it.
   */
  name?: string;
  [field: string]: AnyField;
}
/**
 * What an address answers when the lambda fetches it.
 */
export interface FetchAnswer {
  /**
   * The body of the answer: a text as it is, anything else as its JSON text.
   */
  body?: unknown;
  /**
   * The headers of the answer.
   */
  headers?: {
    [k: string]: string;
  };
  /**
   * The method of the request; `GET` where absent.
   */
  method?: string;
  /**
   * The HTTP status of the answer.
   */
  status: number;
  /**
   * The whole address, as the lambda gives it.
   */
  url: string;
}
/**
 * A FusionAuth OpenID Connect identity provider.
 */
export interface IdentityProvider {
  /**
   * Settings by application id.
   */
  applicationConfiguration?: {
    [k: string]: ApplicationConfiguration;
  };
  /**
   * Target field to source expression (since 1.65), such as `"user.firstName": "jwt.given_name"`.
   */
  attributeMappings?: {
    [k: string]: string;
  };
  /**
   * Whether FusionAuth writes a debug event log for each login.
   */
  debug?: boolean;
  /**
   * Whether it is switched on. FusionAuth's default for a new one is `false`.
   */
  enabled?: boolean;
  /**
   * The identity provider's id.
   */
  id?: string;
  /**
   * The lambda that reconciles, if any.
   */
  lambdaConfiguration?: LambdaConfiguration;
  /**
   * What happens to a person for whom no link exists.
   */
  linkingStrategy?: LinkingStrategy;
  /**
   * Its name, as links and logs show it.
   */
  name?: string;
  /**
   * Endpoints, client and claim names.
   */
  oauth2?: Oauth2Configuration;
  /**
   * Settings by tenant id.
   */
  tenantConfiguration?: {
    [k: string]: TenantConfiguration;
  };
  /**
   * The tenant it belongs to (since 1.62); absent for all tenants.
   */
  tenantId?: string;
  /**
   * Its type: `OpenIDConnect`, which Cognito is, where absent; `LDAP` for the LDAP connector.
   */
  type?: string;
  [field: string]: AnyField;
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
  identityProviderId?: string;
  /**
   * The person's unique id at the identity provider; for Cognito, `sub`.
   */
  identityProviderUserId?: string;
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
  userId?: string;
  [field: string]: AnyField;
}
/**
 * The lambda that an identity provider runs.
 */
export interface LambdaConfiguration {
  /**
   * Id of the reconcile lambda.
   */
  reconcileId?: string;
  [field: string]: AnyField;
}
/**
 * Where a lambda's text is.
 */
export interface LambdaSource {
  /**
   * The lambda's text.
   */
  body?: string;
  /**
   * Whether FusionAuth's debug flag of the lambda is on.
   */
  debug?: boolean;
  /**
   * A JavaScript file, relative to the scenario; beside `body`, the file that it was read from.
   */
  file?: string;
  /**
   * FusionAuth's type of the lambda; `OpenIDReconcile` for an OpenID Connect identity provider.
   */
  type?: string;
}
/**
 * How many links to one identity provider a user may have.
 */
export interface LinkLimit {
  /**
   * Whether the limit is in force.
   */
  enabled?: boolean;
  /**
   * The most links a user may have.
   */
  maximumLinks?: number;
  [field: string]: AnyField;
}
/**
 * One login: what the identity provider answered.
 */
export interface LoginDocument {
  /**
   * The access token as text, for lambdas that read `tokens`.
   */
  accessToken?: string;
  /**
   * The id token: its claims, or its text (`eyJ…`).
   */
  idToken?: {} | string;
  /**
   * Whether FusionAuth could verify the id token; where absent it could, unless the configuration rules it out.
   */
  idTokenVerified?: boolean;
  /**
   * Whether the login request says `noLink` (since 1.29).
   */
  noLink?: boolean;
  /**
   * The user who completes a pending link before this login is repeated, as the Link API lets them.
   */
  pendingLinkUserId?: string;
  /**
   * The answer of the userinfo endpoint.
   */
  userinfo?: {
    [field: string]: AnyField;
  };
}
/**
 * The `result` of a LoginValidation lambda, in the form of FusionAuth's Errors object.
 */
export interface LoginValidation {
  /**
   * Errors by field.
   */
  fieldErrors?: {
    [k: string]: ValidationMessage[];
  };
  /**
   * Errors about the login as a whole.
   */
  generalErrors?: ValidationMessage[];
}
/**
 * How FusionAuth talks to the OpenID Connect provider, and the names of the claims it reads itself.
 */
export interface Oauth2Configuration {
  /**
   * Authorization endpoint, where discovery is not used.
   */
  authorization_endpoint?: string;
  /**
   * Claim with the e-mail address; default `email`.
   */
  emailClaim?: string;
  /**
   * Claim that says whether the e-mail address is verified (since 1.48); default `email_verified`.
   */
  emailVerifiedClaim?: string;
  /**
   * Where discovery starts; for Cognito `https://cognito-idp.<region>.amazonaws.com/<user pool id>`.
   */
  issuer?: string;
  /**
   * Scopes that FusionAuth asks for, separated by blanks.
   */
  scope?: string;
  /**
   * Token endpoint, where discovery is not used.
   */
  token_endpoint?: string;
  /**
   * Claim with the person's unique id; default `sub`.
   */
  uniqueIdClaim?: string;
  /**
   * Userinfo endpoint, where discovery is not used.
   */
  userinfo_endpoint?: string;
  /**
   * Claim with the username; default `preferred_username`.
   */
  usernameClaim?: string;
  [field: string]: AnyField;
}
/**
 * A policy: what has to hold for a login, and what fields become.
 */
export interface PolicyDocument {
  /**
   * The JSON Schema of this document, for editors.
   */
  $schema?: string;
  /**
   * What this policy is for.
   */
  description?: string;
  /**
   * What has to hold for a login to go on, in order.
   */
  gates?: PolicyGate[];
  /**
   * The linking strategy that this policy is written for.
   */
  linkingStrategy?:
    | "LinkByEmail"
    | "LinkByEmailForExistingUser"
    | "LinkByUsername"
    | "LinkByUsernameForExistingUser"
    | "LinkAnonymously"
    | "CreatePendingLink"
    | "Disabled";
  /**
   * What the fields become, by field.
   */
  map?: PolicyMap;
  /**
   * What this policy is called.
   */
  name?: string;
  /**
   * Whose claims these are: it gives claims their canonical form.
   */
  provider?: "cognito" | "oidc";
}
/**
 * A policy in a file of its own.
 */
export interface PolicyFile {
  /**
   * What the file holds, where it was read already.
   */
  document?: PolicyDocument;
  /**
   * The policy's file, JSON or YAML, relative to the scenario.
   */
  file: string;
}
/**
 * What has to hold for a login to go on.
 */
export interface PolicyGate {
  /**
   * The code of the refusal, for programs.
   */
  code?: string;
  /**
   * Why there is this gate.
   */
  description?: string;
  /**
   * The gate's name in explanations; `gate-1`, `gate-2`, … where absent.
   */
  id?: string;
  /**
   * The message of the refusal, for people.
   */
  message?: string;
  /**
   * What has to hold.
   */
  require: PolicyCondition;
}
/**
 * What a field becomes.
 */
export interface PolicyRule {
  /**
   * The value where none came out.
   */
  default?: unknown;
  /**
   * Why there is this rule.
   */
  description?: string;
  /**
   * The claim to read, or several: the first one that is there counts.
   */
  from?: PolicyClaim | PolicyClaim[];
  /**
   * The rule's name in explanations; made of the field's name where absent.
   */
  id?: string;
  /**
   * Claims whose texts are joined; those that are missing are left out.
   */
  join?: PolicyClaim | PolicyClaim[];
  /**
   * What happens to the field when no value came out.
   */
  missing?: "keep" | "clear" | "reject";
  /**
   * What values become: for each value a value or a list of values.
   */
  table?: {
    [k: string]: PolicyScalar | PolicyScalar[];
  };
  /**
   * What is done to the value, step by step.
   */
  transform?: PolicyStep | PolicyStep[];
  /**
   * What becomes of a value that is not in the table.
   */
  unlisted?: "drop" | "keep" | "reject";
  /**
   * What happens when a value has the wrong type or form.
   */
  unusable?: "skip" | "reject";
  /**
   * A constant instead of a claim.
   */
  value?: unknown;
  /**
   * The rule counts only when this holds.
   */
  when?: PolicyCondition;
  /**
   * What stands between joined texts; a blank where absent.
   */
  with?: string;
  /**
   * When the field is written.
   */
  write?: "always" | "on-create" | "if-empty" | "add";
}
/**
 * A user action that prevents a user from logging in.
 */
export interface PreventingAction {
  /**
   * The user it was taken against.
   */
  actioneeUserId: string;
  /**
   * When it ends, in milliseconds since 1970; absent while it has no end.
   */
  expiry?: number;
  /**
   * Its name.
   */
  name?: string;
}
/**
 * A FusionAuth tenant.
 */
export interface Tenant {
  /**
   * The tenant's id.
   */
  id?: string;
  /**
   * Its name.
   */
  name?: string;
  [field: string]: AnyField;
}
/**
 * What an identity provider does in one tenant.
 */
export interface TenantConfiguration {
  /**
   * How many links to this identity provider one user may have (since 1.32).
   */
  limitUserLinkCount?: LinkLimit;
  [field: string]: AnyField;
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
 * One error of a LoginValidation lambda.
 */
export interface ValidationMessage {
  /**
   * The error's code, such as `[blocked]user`.
   */
  code: string;
  /**
   * The error's text.
   */
  message?: string;
}
