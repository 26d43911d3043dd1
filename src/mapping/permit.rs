//! What a run of a reconciler may write.

use crate::model::LinkingClaim;

/// What a run may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permit {
    /// Whether this login creates the user.
    pub creates_user: bool,
    /// What may become of e-mail and username.
    pub identity: IdentityPermit,
}

impl Permit {
    /// For a user who exists and is, or is about to be, linked.
    pub const SETTLED: Self = Self { creates_user: false, identity: IdentityPermit::Settled };
}

/// What a run may do to e-mail and username.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentityPermit {
    /// Nothing: the user is settled.
    Settled,
    /// Change the value that the strategy links on.
    LinkingOn(LinkingClaim),
    /// Nothing, as this version does not let a lambda change the value that is linked on.
    ClosedByVersion(LinkingClaim),
    /// Change both: the link is made later, by an account that the person chooses.
    Open,
    /// Everything: a connector's lambda makes the whole user.
    Connector,
}
