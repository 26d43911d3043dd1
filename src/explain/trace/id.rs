//! Which decision a step of a trace is, for programs. Titles are for people, and may be worded anew.

use serde::Serialize;

/// Where on the way of a login a decision is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum TraceStage {
    /// Who the person is, by the claims.
    Claims,
    /// Whether a link exists.
    Link,
    /// Whom the linking strategy finds.
    Match,
    /// What a lambda, a policy or mappings write.
    Map,
    /// What is stored of user and link.
    Create,
    /// What becomes of the registration.
    Register,
    /// How the login ended.
    End,
}

/// Every id with its stage, once: each is taken in one place of the way.
macro_rules! step_ids {
    ($($stage:ident { $(#[doc = $doc:literal] $name:ident,)+ })+) => {
        /// Which decision a step is. These words are stable; titles and details are for people.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum StepId { $($(#[doc = $doc] $name,)+)+ }

        impl StepId {
            /// All of them, in the order of the way.
            pub const ALL: &'static [Self] = &[$($(Self::$name,)+)+];

            /// Where on the way it is taken.
            #[must_use]
            pub const fn stage(self) -> TraceStage {
                match self { $($(Self::$name)|+ => TraceStage::$stage,)+ }
            }
        }
    };
}

step_ids! {
    Claims {
        /// The id token is read, after userinfo.
        UsedIdToken,
        /// Nothing is read from the id token.
        LeftOutIdToken,
        /// Unique id, e-mail address or username was looked for in the claims, in this order.
        ReadClaim,
        /// It was looked up whether the e-mail address is verified.
        ReadVerification,
    }
    Link {
        /// A link exists, so its user is the user.
        FoundLink,
        /// No link exists.
        FoundNoLink,
        /// A pending link is completed by a user who logged in.
        CompletedPendingLink,
    }
    Match {
        /// The request asks not to link.
        DeclinedToLink,
        /// The linking strategy decides.
        AppliedStrategy,
        /// A user has the value that is linked on.
        MatchedUser,
        /// No user has the value that is linked on.
        MatchedNobody,
        /// A user has the e-mail address as username, which does not count.
        PassedOverUsername,
        /// The e-mail address may be linked on.
        AcceptedEmail,
        /// The user found is linked to this identity provider as somebody else.
        FoundOtherLink,
        /// The user has as many links as are allowed.
        ReachedLinkLimit,
    }
    Map {
        /// A lambda, a policy or mappings ran.
        Reconciled,
        /// A gate or a rule of a policy came to its end.
        AppliedRule,
        /// Nothing is mapped, because anonymous links run no lambda and no mappings.
        LeftOutAnonymous,
        /// Nothing is mapped yet, because the link is pending.
        LeftOutPending,
        /// Another user has the mapped value, and the mapping runs again with that user.
        MovedToUser,
    }
    Create {
        /// A user is created.
        CreatedUser,
        /// A user without e-mail address and username is created.
        CreatedUserAnonymously,
        /// A connector's user is brought up to date.
        UpdatedUser,
        /// The link is made.
        CreatedLink,
    }
    Register {
        /// The registration is the one that a connector's lambda made.
        TookRegistration,
        /// The registration existed and is brought up to date.
        UpdatedRegistration,
        /// A registration is created.
        CreatedRegistration,
        /// The user has no registration, and none is created.
        NotRegistered,
    }
    End {
        /// The user is logged in (200).
        LoggedIn,
        /// The user is logged in without a registration for the application (202).
        LoggedInUnregistered,
        /// A pending link is left: the person has to choose an account (232).
        Pending,
        /// The person is nobody here (404).
        NotLinked,
        /// The login is refused; `error` says why.
        Refused,
    }
}
