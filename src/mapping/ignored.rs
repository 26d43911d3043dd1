//! Writes that have no effect, and why.

use crate::model::LinkingClaim;
use serde_json::Value;

/// Why a write has no effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IgnoredBecause {
    /// FusionAuth keeps the field itself.
    ReadOnly,
    /// The user is linked; e-mail and username no longer change.
    AlreadyLinked,
    /// The strategy links on the other identity.
    NotLinkedOn(LinkingClaim),
    /// Before 1.31 a lambda could not set the value that is linked on.
    VersionTooOld,
    /// Memberships count only in the login that creates the user.
    UserExists,
    /// FusionAuth's class has no such field.
    UnknownField,
    /// Nobody documents what happens; see `undocumented-user-field`.
    Undocumented,
    /// The registration is not created, so nothing of it is kept.
    NotRegistered,
    /// The application does not have the role.
    UnknownRole,
    /// The field cannot hold the value.
    Unreadable(&'static str),
    /// The write cleared a value, and clearing is assumed to have no effect.
    ClearingKeeps,
    /// The reconciler itself left it out, and says why.
    Skipped(String),
}

/// A write that has no effect.
#[derive(Debug, Clone, PartialEq)]
pub struct IgnoredWrite {
    /// The field, such as `/user/username`.
    pub path: String,
    /// What was written; `null` for a removal.
    pub value: Value,
    /// Why it has no effect.
    pub because: IgnoredBecause,
}

/// A value that FusionAuth's classes cannot read, which ends the login.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable {
    /// The field.
    pub path: String,
    /// What was written.
    pub value: Value,
    /// What the field holds, in words.
    pub expected: &'static str,
}
