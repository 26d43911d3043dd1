//! How a login ended: status, decision and error.

use crate::login::{Ending, Linking};
use serde::Serialize;

/// What became of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// A link existed, or a connector's user.
    Linked,
    /// An existing user was linked.
    LinkExisting,
    /// A user was made, and linked where the login came through an identity provider.
    Create,
    /// A user without e-mail and username was made and linked.
    CreateAnonymous,
    /// The person has to choose an account first.
    Pending,
    /// The person is nobody here (404).
    NotLinked,
    /// The login was refused.
    Reject,
}

impl Decision {
    /// The decision as outcomes write it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Linked => "linked",
            Self::LinkExisting => "link-existing",
            Self::Create => "create",
            Self::CreateAnonymous => "create-anonymous",
            Self::Pending => "pending",
            Self::NotLinked => "not-linked",
            Self::Reject => "reject",
        }
    }
}

/// Why a login was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoginError {
    /// A short code such as `UnverifiedEmail`.
    pub code: String,
    /// FusionAuth's own key, where it has one.
    pub key: Option<String>,
    /// FusionAuth's own words, where they are known.
    pub message: String,
}

/// How a login ended, in the terms of an outcome.
pub(super) struct End {
    pub(super) status: u16,
    pub(super) decision: Decision,
    pub(super) error: Option<LoginError>,
}

pub(super) fn end(ending: &Ending) -> End {
    let (status, decision) = match ending {
        Ending::LoggedIn { linking, registered } => {
            (if *registered { 200 } else { 202 }, decision(*linking))
        }
        Ending::Pending(_) => (232, Decision::Pending),
        Ending::NotLinked(_) => (404, Decision::NotLinked),
        Ending::Refused(refusal) => (refusal.status(), Decision::Reject),
    };
    let error = match ending {
        Ending::Refused(refusal) => Some(LoginError {
            code: refusal.code().to_owned(),
            key: refusal.key(),
            message: refusal.message(),
        }),
        _ => None,
    };
    End { status, decision, error }
}

const fn decision(linking: Linking) -> Decision {
    match linking {
        Linking::Linked | Linking::Updated => Decision::Linked,
        Linking::LinkedExisting => Decision::LinkExisting,
        Linking::Created | Linking::Made => Decision::Create,
        Linking::CreatedAnonymously => Decision::CreateAnonymous,
    }
}
