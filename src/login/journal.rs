//! What a login writes down on its way: each decision with its data, who wrote which field, and the
//! assumptions that decided something.

use crate::claims::{EmailVerified, IdTokenUse};
use crate::mapping::{Author, EventLogEntry, IgnoredWrite};
use crate::model::{AssumptionSet, LinkingClaim, LinkingStrategy, Named};

/// The four values that FusionAuth reads itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimRole {
    /// The unique id.
    UniqueId,
    /// The e-mail address.
    Email,
    /// The username.
    Username,
}

/// Why a reconciler was not run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRun {
    /// Anonymous links run none.
    Anonymous,
    /// The login ends with a pending link.
    Pending,
}

/// One decision.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// What was done with the id token.
    UsedIdToken(IdTokenUse),
    /// A value was read.
    ReadClaim {
        /// Which.
        role: ClaimRole,
        /// The value, `None` when no claim gave one.
        value: Option<String>,
        /// Where it was read.
        source: Option<String>,
    },
    /// It was read whether the e-mail address is verified.
    ReadVerification {
        /// What was said.
        said: EmailVerified,
        /// Where it was read.
        source: String,
    },
    /// A link exists, so its user is the user.
    FoundLink {
        /// The user.
        user: String,
    },
    /// No link exists.
    FoundNoLink {
        /// The person's unique id.
        unique_id: String,
    },
    /// The request asked not to link.
    DeclinedToLink,
    /// A pending link was completed by logging in as this user.
    CompletedPendingLink {
        /// The user.
        user: String,
    },
    /// The strategy decides.
    AppliedStrategy(LinkingStrategy),
    /// A user has the value that is linked on.
    MatchedUser {
        /// What was looked up.
        claim: LinkingClaim,
        /// The value.
        value: String,
        /// The user.
        user: String,
    },
    /// No user has the value that is linked on.
    MatchedNobody {
        /// What was looked up.
        claim: LinkingClaim,
        /// The value, if there is one.
        value: Option<String>,
    },
    /// A user has the e-mail address as username, which does not count.
    PassedOverUsername {
        /// The address.
        value: String,
        /// The user.
        user: String,
    },
    /// A reconciler ran.
    Reconciled {
        /// Who.
        author: Author,
        /// Which run.
        run: u8,
    },
    /// A reconciler was not run.
    LeftOut(NotRun),
    /// The reconciler moved the login to another user.
    MovedToUser {
        /// What was changed.
        claim: LinkingClaim,
        /// The new value.
        value: String,
        /// The user who has it.
        user: String,
    },
    /// The e-mail address was looked at and may be linked on.
    AcceptedEmail {
        /// What was said about it.
        said: EmailVerified,
    },
    /// The user found is linked to this identity provider as somebody else.
    FoundOtherLink {
        /// The user.
        user: String,
        /// The unique id that the user is linked to.
        unique_id: String,
    },
    /// No more links are allowed.
    ReachedLinkLimit {
        /// How many links there are.
        links: usize,
        /// How many are allowed.
        limit: u32,
    },
    /// A user was made.
    CreatedUser {
        /// Whether without e-mail and username.
        anonymously: bool,
    },
    /// A link was made.
    CreatedLink,
    /// The registration was brought up to date.
    UpdatedRegistration,
    /// A registration was made.
    CreatedRegistration {
        /// With these roles.
        roles: Vec<String>,
    },
    /// No registration exists and none is made.
    LeftUnregistered,
}

/// Who wrote a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    /// The linking strategy: identity and link.
    Linking,
    /// A reconciler, in this run.
    Reconciler(Author, u8),
    /// The application's default roles.
    DefaultRole,
    /// FusionAuth's own bookkeeping: ids and instants.
    Login,
}

/// Who wrote a field, and what it was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorship {
    /// Who.
    pub writer: Writer,
    /// The rule or mapping, where one has a name.
    pub rule: Option<String>,
    /// The claims it was made of.
    pub from: Vec<String>,
}

/// Everything written down during one login.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    /// The decisions, in order.
    pub steps: Vec<Step>,
    /// The assumptions that decided something.
    pub met: AssumptionSet,
    /// Who wrote which field, by pointer.
    pub authorship: Named<Authorship>,
    /// Writes that have no effect.
    pub ignored: Vec<IgnoredWrite>,
    /// How often a reconciler ran.
    pub runs: u8,
    /// FusionAuth's event log.
    pub event_log: Vec<EventLogEntry>,
}

impl Journal {
    /// Writes down a decision.
    pub fn note(&mut self, step: Step) {
        self.steps.push(step);
    }

    /// Writes down who wrote a field.
    pub fn wrote(&mut self, path: &str, writer: Writer, from: Vec<String>) {
        self.authorship.insert(path.to_owned(), Authorship { writer, rule: None, from });
    }
}
