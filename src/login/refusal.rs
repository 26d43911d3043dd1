//! Why a login was refused, in FusionAuth's codes, keys and words.

use super::ConnectorFault;
use crate::mapping::{Failure, FailureKind};
use crate::model::LinkingStrategy;
use crate::scenario::ValidationMessage;

/// Why nobody was logged in.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// The identity provider is off, for all or for this application.
    IdentityProviderDisabled,
    /// The identity provider belongs to another tenant.
    IdentityProviderOfOtherTenant,
    /// The application is off.
    InvalidApplication,
    /// `Unsupported`, or a strategy that this version does not have.
    UnsupportedLinkingStrategy(LinkingStrategy),
    /// No unique id.
    MissingUniqueId,
    /// No e-mail address to link on.
    MissingEmail,
    /// No username to link on.
    MissingUsername,
    /// The e-mail address is not verified.
    UnverifiedEmail,
    /// The user found is linked to this identity provider as somebody else.
    ExistingUserAlreadyLinked,
    /// No user has the e-mail address, and none may be made.
    UserDoesNotExistByEmail,
    /// No user has the username, and none may be made.
    UserDoesNotExistByUsername,
    /// The user has as many links as are allowed.
    LinkCountExceeded(u32),
    /// The reconciler did not come to its end.
    ReconcilerFailed(Failure),
    /// A connector's lambda made no user that can log in.
    Connector(ConnectorFault),
    /// A lambda gave a role that the application does not have, and that is assumed to fail.
    UnknownRole(String),
    /// The account is not active.
    UserLocked,
    /// The account has expired.
    UserExpired,
    /// An action prevents the user from logging in.
    LoginPrevented,
    /// The LoginValidation lambda refused.
    LoginValidation(ValidationMessage),
}

/// What all unlucky sign-ins through an identity provider are told at the end.
const UNABLE: &str =
    "This account cannot be used to log in, unable to complete this login request.";

impl Refusal {
    /// The code in the outcome.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::IdentityProviderDisabled => "IdentityProviderDisabled",
            Self::IdentityProviderOfOtherTenant => "InvalidIdentityProviderId",
            Self::InvalidApplication => "InvalidApplication",
            Self::UnsupportedLinkingStrategy(_) => "UnsupportedLinkingStrategy",
            Self::MissingUniqueId => "MissingUniqueId",
            Self::MissingEmail => "MissingEmail",
            Self::MissingUsername => "MissingUsername",
            Self::UnverifiedEmail => "UnverifiedEmail",
            Self::ExistingUserAlreadyLinked => "ExistingUserAlreadyLinked",
            Self::UserDoesNotExistByEmail => "UserDoesNotExistByEmail",
            Self::UserDoesNotExistByUsername => "UserDoesNotExistByUsername",
            Self::LinkCountExceeded(_) => "LinkCountExceeded",
            Self::ReconcilerFailed(failure) => match &failure.kind {
                FailureKind::Threw | FailureKind::DidNotLoad | FailureKind::Stopped => {
                    "LambdaInvocationException"
                }
                FailureKind::Denied { .. } => "PolicyDenied",
            },
            Self::Connector(fault) => fault.code(),
            Self::UnknownRole(_) => "UnknownRole",
            Self::UserLocked => "UserLocked",
            Self::UserExpired => "UserExpired",
            Self::LoginPrevented => "LoginPrevented",
            Self::LoginValidation(_) => "LoginValidationFailed",
        }
    }

    /// FusionAuth's own key, where it has one: the theme's, or the code in an API answer.
    #[must_use]
    pub fn key(&self) -> Option<String> {
        let key = match self {
            Self::IdentityProviderDisabled | Self::IdentityProviderOfOtherTenant => {
                "[ExternalAuthenticationException]InvalidIdentityProviderId"
            }
            Self::InvalidApplication => "[ExternalAuthenticationException]InvalidApplication",
            Self::MissingUniqueId
            | Self::MissingEmail
            | Self::MissingUsername
            | Self::UnverifiedEmail
            | Self::ExistingUserAlreadyLinked
            | Self::UserDoesNotExistByEmail
            | Self::UserDoesNotExistByUsername => {
                return Some(format!("[ExternalAuthenticationException]{}", self.code()));
            }
            Self::LinkCountExceeded(_) => "[LinkCountExceeded]",
            Self::ReconcilerFailed(failure)
                if !matches!(failure.kind, FailureKind::Denied { .. }) =>
            {
                "[LambdaInvocationException]"
            }
            Self::UserLocked => "[UserLockedException]",
            Self::UserExpired => "[UserExpiredException]",
            Self::LoginPrevented => "[LoginPreventedException]",
            Self::LoginValidation(message) => return Some(message.code.clone()),
            Self::ReconcilerFailed(Failure { kind: FailureKind::Denied { code }, .. }) => {
                return code.clone();
            }
            Self::ReconcilerFailed(_)
            | Self::Connector(_)
            | Self::UnknownRole(_)
            | Self::UnsupportedLinkingStrategy(_) => return None,
        };
        Some(key.to_owned())
    }

    /// What FusionAuth says, or what there is to say where its words are not known.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::IdentityProviderDisabled | Self::IdentityProviderOfOtherTenant => {
                "The requested identityProviderId is invalid. Unable to complete this login request.".to_owned()
            }
            Self::InvalidApplication => {
                "The requested application does not exist or is currently disabled. Unable to complete this login request."
                    .to_owned()
            }
            Self::UnsupportedLinkingStrategy(strategy) => {
                format!("The linking strategy {strategy} cannot be used here.")
            }
            Self::MissingUniqueId => format!("A unique identifier was not provided for the user. {UNABLE}"),
            Self::MissingEmail => format!("An email address was not provided for the user. {UNABLE}"),
            Self::MissingUsername => format!("A username was not returned by the identity provider. {UNABLE}"),
            Self::UnverifiedEmail => format!("The provided email address has not yet been verified. {UNABLE}"),
            Self::ExistingUserAlreadyLinked => {
                "This account is already linked to another user. Unable to complete this login request.".to_owned()
            }
            Self::UserDoesNotExistByEmail => first_create("email address"),
            Self::UserDoesNotExistByUsername => first_create("username"),
            Self::LinkCountExceeded(limit) => format!("The user has reached the limit of {limit} links to this identity provider."),
            Self::ReconcilerFailed(failure) => match failure.kind {
                FailureKind::Threw | FailureKind::DidNotLoad | FailureKind::Stopped => {
                    "A lambda threw an exception during execution. Consult the event log to determine the root cause."
                        .to_owned()
                }
                FailureKind::Denied { .. } => failure.message.clone(),
            },
            Self::Connector(fault) => fault.why().to_owned(),
            Self::UnknownRole(role) => format!("The application has no role named {role}."),
            Self::UserLocked => "The account is locked.".to_owned(),
            Self::UserExpired => "The account has expired.".to_owned(),
            Self::LoginPrevented => "An action prevents the user from logging in.".to_owned(),
            Self::LoginValidation(message) => message.message.clone(),
        }
    }

    /// What stood in the way, in our words.
    #[must_use]
    pub fn why(&self) -> String {
        let why = match self {
            Self::IdentityProviderDisabled => {
                "the identity provider is off, here or for this application"
            }
            Self::IdentityProviderOfOtherTenant => {
                "the identity provider belongs to another tenant"
            }
            Self::InvalidApplication => "the application is off",
            Self::UnsupportedLinkingStrategy(strategy) => {
                return format!("the linking strategy {strategy} cannot be used here");
            }
            Self::MissingUniqueId => "no claim gives a unique id",
            Self::MissingEmail => "there is no e-mail address to link on",
            Self::MissingUsername => "there is no username to link on",
            Self::UnverifiedEmail => "the e-mail address is not verified, so it is not linked on",
            Self::ExistingUserAlreadyLinked => {
                "the user found is linked to another person of this identity provider"
            }
            Self::UserDoesNotExistByEmail => "no user has this e-mail address, and none is created",
            Self::UserDoesNotExistByUsername => "no user has this username, and none is created",
            Self::LinkCountExceeded(limit) => {
                return format!("the user has as many links as are allowed, {limit}");
            }
            Self::ReconcilerFailed(failure) => {
                let what = match failure.kind {
                    FailureKind::Threw | FailureKind::DidNotLoad | FailureKind::Stopped => {
                        "the mapping of claims failed"
                    }
                    FailureKind::Denied { .. } => "the policy refuses",
                };
                return format!("{what}: {}", crate::model::shorten(&failure.message));
            }
            Self::Connector(fault) => fault.why(),
            Self::UnknownRole(role) => return format!("the application has no role `{role}`"),
            Self::UserLocked => "the account is not active",
            Self::UserExpired => "the account has expired",
            Self::LoginPrevented => "an action prevents this user from logging in",
            Self::LoginValidation(message) => {
                return format!("the LoginValidation lambda refuses: {}", message.message);
            }
        };
        why.to_owned()
    }

    /// The status of FusionAuth's login API.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::IdentityProviderDisabled
            | Self::IdentityProviderOfOtherTenant
            | Self::InvalidApplication
            | Self::UnsupportedLinkingStrategy(_)
            | Self::Connector(_)
            | Self::UnknownRole(_)
            | Self::LoginValidation(_) => 400,
            Self::ReconcilerFailed(failure) => match failure.kind {
                FailureKind::Threw | FailureKind::DidNotLoad | FailureKind::Stopped => 512,
                FailureKind::Denied { .. } => 401,
            },
            Self::LoginPrevented => 409,
            Self::UserExpired => 410,
            Self::MissingUniqueId
            | Self::MissingEmail
            | Self::MissingUsername
            | Self::UnverifiedEmail
            | Self::ExistingUserAlreadyLinked
            | Self::UserDoesNotExistByEmail
            | Self::UserDoesNotExistByUsername
            | Self::LinkCountExceeded(_)
            | Self::UserLocked => 401,
        }
    }
}

fn first_create(identity: &str) -> String {
    format!(
        "You must first create a user with the same {identity} in order to complete this login request."
    )
}
