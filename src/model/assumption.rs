//! What FusionAuth does where no documentation says it: every such point has an id, a default and alternatives.

use serde::Serialize;

/// One value that an assumption can take.
pub type Choice = &'static str;

macro_rules! assumptions {
    ($($(#[$doc:meta])* $name:ident = $id:literal, [$default:literal $(, $other:literal)+], $why:literal;)+) => {
        /// A point on which FusionAuth's behaviour is documented nowhere.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Assumption { $($(#[$doc])* $name,)+ }

        impl Assumption {
            /// All of them, in the order in which documentation lists them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its id, as scenarios and outcomes write it.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// The values it can take; the first is the default.
            #[must_use]
            pub const fn choices(self) -> &'static [Choice] {
                match self { $(Self::$name => &[$default $(, $other)+],)+ }
            }

            /// The value that is simulated unless the scenario says otherwise.
            #[must_use]
            pub const fn default_choice(self) -> Choice {
                match self { $(Self::$name => $default,)+ }
            }

            /// Why this is open, and why the default was chosen.
            #[must_use]
            pub const fn why(self) -> &'static str {
                match self { $(Self::$name => $why,)+ }
            }
        }
    };
}

assumptions! {
    /// Whether the e-mail's verification is looked at before or after the lambda.
    EmailVerifiedCheck = "email-verified-check", ["after-lambda", "before-lambda"],
        "the documentation says that no link is made, not when this is decided";
    /// What the text `"false"` means as `email_verified`.
    StringFalseEmailVerified = "string-false-email-verified", ["is-false", "ignored"],
        "Cognito's userinfo sends the text \"false\"; FusionAuth documents only the boolean";
    /// What a lambda that assigns nothing (`undefined`, `null`, `delete`) does to a stored value.
    UndefinedWrite = "undefined-write", ["clears", "keeps"],
        "a JSON round trip drops the key, which clears the stored value";
    /// Which roles a registration gets that is created in this login.
    RolesOnCreate = "roles-on-create", ["lambda-else-defaults", "merge", "defaults-only"],
        "issues 536 and 2612 report opposite behaviour";
    /// What happens to a role that the application does not have.
    UnknownRole = "unknown-role", ["dropped", "kept", "fails"],
        "issue 657 asks exactly this and shows no answer";
    /// What a lambda gets as `registration` where none is stored and none will be.
    RegistrationWhenNotCreated = "registration-when-not-created", ["transient", "undefined"],
        "the default lambda writes to it unguarded, so an object is passed";
    /// Whether the lambda runs in the login that only creates a pending link.
    LambdaOnPending = "lambda-on-pending", ["skipped", "runs"],
        "issue 2080 reports that it is not always called";
    /// How usernames are compared.
    UsernameCase = "username-case", ["insensitive", "sensitive"],
        "the client library trims usernames and leaves their case";
    /// Whether the link limit stops a link that a strategy makes by itself.
    LinkLimitOnAutomaticLink = "link-limit-on-automatic-link", ["enforced", "not-enforced"],
        "the limit is documented for the Link API and pending links";
    /// Whether `console.warn` exists in a lambda.
    ConsoleWarn = "console-warn", ["exists", "missing"],
        "one sample of the documentation calls it, the list of methods does not have it";
    /// Whether a user who may not log in is reconciled first.
    InactiveUser = "inactive-user", ["reconciled-then-denied", "denied-first"],
        "the login gates are documented without their place in the order";
    /// How what a lambda leaves behind is read back.
    LambdaResultConversion = "lambda-result-conversion", ["as-domain-classes", "drops-value"],
        "FusionAuth's own classes refuse such a value when they read it from JSON";
    /// Whether a lambda can change fields such as `active` that no documentation mentions.
    UndocumentedUserField = "undocumented-user-field", ["ignored", "honoured"],
        "neither documentation nor issues say whether such a write is kept";
    /// Whether a lambda that changes the value linked on changes the user who was found by the old value,
    /// when nobody has the new one.
    LinkingClaimOfMatchedUser = "linking-claim-of-matched-user", ["changes", "keeps"],
        "the documentation says only that the lambda is not run again when nothing matches";
    /// Whether FusionAuth reads e-mail address and username of a type whose pages do not name the claims.
    ProviderIdentityClaims = "provider-identity-claims", ["usual-names", "none"],
        "the pages on Epic Games and Twitter do not name the claims that are read";
    /// Whether External JWT's `claimMap` is applied before the lambda or after it.
    ClaimMapOrder = "claim-map-order", ["before-lambda", "after-lambda"],
        "the lambda runs in addition to the map, and no page says in which order";
    /// What a connector's lambda leaves of a stored user's fields that it does not write.
    ConnectorUpdate = "connector-update", ["replaces", "merges"],
        "issue 1220 reports that registrations and memberships are replaced at each login, and says nothing of other fields";
    /// Whether a user who is about to be created carries an `insertInstant` already when claims are mapped. A policy
    /// tells new users by its absence.
    NewUserStamp = "new-user-stamp", ["absent", "present"],
        "FusionAuth's class prints none for a new user, and no page says what the server adds before the lambda runs";
    /// Whether user, registration and link stay when the LoginValidation lambda refuses the login.
    LoginValidationDenial = "login-validation-denial", ["persisted", "rolled-back"],
        "the lambda is documented to run after reconciling, not what is undone";
}

impl Assumption {
    /// The assumption of that id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|assumption| assumption.id() == id)
    }

    /// `value` as one of this assumption's choices.
    #[must_use]
    pub fn choice(self, value: &str) -> Option<Choice> {
        self.choices().iter().copied().find(|choice| *choice == value)
    }
}

impl Serialize for Assumption {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

/// Some of the assumptions, each once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AssumptionSet(u32);

impl AssumptionSet {
    /// Adds an assumption.
    pub const fn insert(&mut self, assumption: Assumption) {
        self.0 |= 1 << assumption as u32;
    }

    /// Adds all of `other`.
    pub const fn extend(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// The assumptions, in the order of [`Assumption::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Assumption> {
        Assumption::ALL.iter().copied().filter(move |one| self.0 & (1 << *one as u32) != 0)
    }
}

/// The values that a simulation runs with: the defaults, and what the scenario overrides.
///
/// ```
/// use reconcile_kit::model::{Assumption, Assumptions};
///
/// let usual = Assumptions::default();
/// assert_eq!(usual.value(Assumption::UndefinedWrite), "clears");
/// let other = usual.with(Assumption::UndefinedWrite, "keeps");
/// assert_eq!(other.value(Assumption::UndefinedWrite), "keeps");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assumptions {
    overrides: Vec<(Assumption, Choice)>,
}

impl Assumptions {
    /// The value in force.
    #[must_use]
    pub fn value(&self, assumption: Assumption) -> Choice {
        let set = self.overrides.iter().find(|(other, _)| *other == assumption);
        set.map_or(assumption.default_choice(), |(_, choice)| choice)
    }

    /// Whether `choice` is in force.
    #[must_use]
    pub fn is(&self, assumption: Assumption, choice: Choice) -> bool {
        self.value(assumption) == choice
    }

    /// The same, with one value replaced.
    #[must_use]
    pub fn with(&self, assumption: Assumption, choice: Choice) -> Self {
        let mut changed = self.clone();
        changed.overrides.retain(|(other, _)| *other != assumption);
        changed.overrides.push((assumption, choice));
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_assumption_has_a_unique_id_and_a_real_alternative() {
        let mut ids: Vec<_> = Assumption::ALL.iter().map(|assumption| assumption.id()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), Assumption::ALL.len());
        for assumption in Assumption::ALL {
            assert!(assumption.choices().len() > 1);
            assert_eq!(assumption.choices().first(), Some(&assumption.default_choice()));
        }
    }
}
