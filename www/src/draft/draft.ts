// What somebody edits: a scenario as texts, so that half-typed JSON is kept as it stands.

/** The keys of a scenario that are edited as JSON text, each by itself. */
export const SECTIONS = [
  "identityProvider",
  "application",
  "tenant",
  "users",
  "links",
  "assumptions",
  "actions",
  "loginValidation",
  "secrets",
  "fetch",
  "expect",
] as const;

/** One of them. */
export type Section = (typeof SECTIONS)[number];

/** A reconcile lambda. */
export interface LambdaDraft {
  /** Whether logins run it. */
  readonly used: boolean;
  readonly body: string;
  /** FusionAuth's debug flag of the lambda. */
  readonly debug: boolean;
  /** The name of its file, for findings; empty where it came from none. */
  readonly file: string;
  /** Further keys, such as `type`, and those that hold something odd: JSON texts. */
  readonly other?: Readonly<Record<string, string>>;
}

/** A policy. */
export interface PolicyDraft {
  /** Whether logins run it. */
  readonly used: boolean;
  /** JSON text. */
  readonly text: string;
  /** The name of its file, for findings; empty where it came from none. */
  readonly file: string;
  /** Further keys beside the file: JSON texts. */
  readonly other?: Readonly<Record<string, string>>;
}

/** A scenario that is being edited. It is a value: a change makes another one. */
export interface Draft {
  readonly name: string;
  /** The simulated FusionAuth version; empty for the newest. */
  readonly fusionauth: string;
  /** The time of the login, RFC 3339; empty for the scenario's default. */
  readonly now: string;
  /** JSON texts; empty for a key that the scenario does not have. */
  readonly sections: Readonly<Record<Section, string>>;
  /** JSON texts, one a login; never empty. */
  readonly logins: readonly [string, ...string[]];
  /** Whether the scenario says `logins`, although there may be one. */
  readonly several: boolean;
  readonly lambda: LambdaDraft;
  readonly policy: PolicyDraft;
  /** Keys that no scenario has, as they came; the core says so. */
  readonly other: Readonly<Record<string, string>>;
}

const NO_SECTIONS = Object.fromEntries(SECTIONS.map((section) => [section, ""])) as Record<
  Section,
  string
>;

/** A scenario about which nothing is known. */
export const BLANK: Draft = {
  name: "",
  fusionauth: "",
  now: "",
  sections: { ...NO_SECTIONS, identityProvider: "{}" },
  logins: ["{}"],
  several: false,
  lambda: { used: false, body: "", debug: false, file: "" },
  policy: { used: false, text: "", file: "" },
  other: {},
};
