// The examples that the gallery shows first, by what somebody wants to do.

/** An example that teaches something. */
export interface Pick {
  /** Below `examples/`. */
  readonly path: string;
  /** What one learns from it, in a sentence. */
  readonly teaches: string;
}

/** Examples for one job. */
export interface Job {
  readonly title: string;
  readonly picks: readonly Pick[];
}

/** The gallery's groups, in their order. */
export const CATALOGUE: readonly Job[] = [
  {
    title: "Let people in",
    picks: [
      {
        path: "cognito/first-login.json",
        teaches: "What a first login makes: a user, a registration with the default role, a link.",
      },
      {
        path: "cognito/existing-user.json",
        teaches: "How LinkByEmail finds a user who is there, whatever the case of the address.",
      },
      {
        path: "cognito/federated-google.json",
        teaches:
          "What LinkByUsername makes of Cognito's own names for people who come through Google.",
      },
      {
        path: "cognito/pending-link.json",
        teaches: "How CreatePendingLink lets people choose the account that they are linked to.",
      },
    ],
  },
  {
    title: "Refuse strangers",
    picks: [
      {
        path: "lambdas/company-domain-only/stranger.json",
        teaches: "A lambda that throws ends the login with status 512, and nothing is stored.",
      },
      {
        path: "policies/invited-users-only/not-invited.json",
        teaches:
          "A policy's gate refuses with a message of its own; who is a user already gets in.",
      },
      {
        path: "policies/b2b-by-identity/not-in-the-table.json",
        teaches:
          "Customers are told apart by their identity provider, and an unknown one is refused.",
      },
    ],
  },
  {
    title: "Handle a missing or unverified e-mail address",
    picks: [
      {
        path: "cognito/unverified-email.json",
        teaches: "Strategies on e-mail refuse an address that Cognito says is not verified.",
      },
      {
        path: "cognito/no-email.json",
        teaches: "Which strategies still work when the app client cannot read the address.",
      },
      {
        path: "policies/verified-email-gate/company.json",
        teaches: "A gate that asks for a verified address, and trusts the company's own provider.",
      },
      {
        path: "policies/phone-only-users/first-login.json",
        teaches: "People who have a phone number only are linked on their username.",
      },
    ],
  },
  {
    title: "Map groups to roles",
    picks: [
      {
        path: "lambdas/roles-from-cognito-groups/federated.json",
        teaches: "A lambda gives roles named after Cognito groups, without Cognito's own group.",
      },
      {
        path: "policies/roles-from-groups/several-groups.json",
        teaches: "The same without code: a table says which group gives which role.",
      },
      {
        path: "lambdas/roles-from-cognito-groups/left-the-group.json",
        teaches: "Roles are taken away again when somebody leaves the group.",
      },
      {
        path: "cognito/groups-and-custom-attributes.json",
        teaches: "What FusionAuth's own attribute mappings can copy, and where groups are found.",
      },
    ],
  },
  {
    title: "Write a lambda",
    picks: [
      {
        path: "lambdas/names-and-picture/first-login.json",
        teaches: "The lambda that most people need: names and picture, kept up to date.",
      },
      {
        path: "lambdas/cognito-booleans/texts.json",
        teaches:
          "Cognito sends booleans as texts, and the text false counts as true in JavaScript.",
      },
      {
        path: "lambdas/fill-if-empty/own-name.json",
        teaches: "Lambdas run at every login: fill what is missing, and keep what people chose.",
      },
      {
        path: "lambdas/secrets-and-fetch/answered.json",
        teaches: "A lambda asks another system, which the scenario plays.",
      },
    ],
  },
  {
    title: "Map without code",
    picks: [
      {
        path: "policies/names-from-parts/parts.json",
        teaches: "A policy joins a name of its parts, and a missing one leaves no gap.",
      },
      {
        path: "policies/import-and-force-modes/later-login.json",
        teaches: "Each rule overwrites, fills or writes once.",
      },
      {
        path: "policies/custom-attributes/all-set.json",
        teaches: "Custom attributes are texts; rules make numbers, booleans and lists of them.",
      },
      {
        path: "policies/staff-by-domain/colleague.json",
        teaches: "A verified address of the company gives a role.",
      },
    ],
  },
  {
    title: "Several logins in a row",
    picks: [
      {
        path: "cognito/second-login.json",
        teaches: "Once there is a link, a changed e-mail address changes nothing about who it is.",
      },
      {
        path: "lambdas/preferred-languages/every-login.json",
        teaches: "A list that a lambda adds to must not grow from login to login.",
      },
      {
        path: "lambdas/registration-data/two-logins.json",
        teaches: "What a lambda keeps in the registration is there at the next login.",
      },
    ],
  },
  {
    title: "Other identity providers",
    picks: [
      {
        path: "lambdas/google-staff-admin/staff.json",
        teaches: "Google's claim hd says who belongs to the company; an address does not.",
      },
      {
        path: "lambdas/saml-attributes/administrator.json",
        teaches: "In a SAML response every attribute is a list.",
      },
      {
        path: "lambdas/ldap-directory/two-groups.json",
        teaches: "A directory's groups become roles; there is no link, and no linking strategy.",
      },
      {
        path: "types/Apple.scenario.json",
        teaches: "Apple sends a name at the first login only.",
      },
    ],
  },
];
