/** The words of the page, each with what it means. */
export const WORDS: readonly (readonly [word: string, means: string])[] = [
  [
    "Identity provider",
    "What FusionAuth lets people sign in through: here Amazon Cognito, mostly as OpenID Connect.",
  ],
  ["Claim", "A value that the identity provider says about a person, such as email."],
  ["Userinfo", "Claims that FusionAuth asks the identity provider for, with the access token."],
  ["ID token", "Claims in a signed token (eyJ…); used when FusionAuth can verify it."],
  ["Unique id", "The claim that tells one person from all others, usually sub."],
  ["Link", "Ties a unique id to a FusionAuth user. Once there is one, it alone decides."],
  ["Linking strategy", "How FusionAuth finds a user, or makes one, where there is no link yet."],
  ["Registration", "Says that a user may use an application, with which roles and data."],
  ["Lambda", "JavaScript that FusionAuth runs at each login to fill in user and registration."],
  ["Policy", "The same as data: who may sign in, and what claims become. Exported to a lambda."],
  ["Attribute mapping", "FusionAuth's own way to copy a claim into a field, since 1.65."],
  ["Scenario", "One login or several, with everything that they meet: what this page edits."],
  ["Assumption", "What no documentation says, and how it was simulated; you can choose otherwise."],
];

/** Where more is written, in the package's directory `docs`. */
export const DOCS: readonly (readonly [file: string, about: string])[] = [
  ["docs/concepts.md", "what FusionAuth decides, in what order"],
  ["docs/scenario.md", "every key of a scenario"],
  ["docs/outcome.md", "every key of an outcome"],
  ["docs/policy.md", "policies, in ten minutes"],
  ["docs/sandbox.md", "how lambdas run, and their limits"],
  ["docs/assumptions.md", "what is not documented, and what was chosen"],
  ["docs/rules/README.md", "everything that is found in a scenario"],
];
