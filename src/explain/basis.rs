//! What the steps of a trace rest on.

use crate::login::Refusal;
use serde::Serialize;

/// How well a step is founded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum BasisKind {
    /// FusionAuth's or Amazon's documentation says so.
    Documented,
    /// FusionAuth's published client or theme source says so.
    Source,
    /// An issue of FusionAuth's tracker says so.
    Issue,
    /// It follows from the others.
    Inferred,
    /// Nothing says so: see the assumptions.
    Assumed,
}

/// What a step rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Basis {
    /// How well it is founded.
    pub kind: BasisKind,
    /// Where.
    #[serde(rename = "ref")]
    pub reference: &'static str,
}

pub(super) const fn documented(reference: &'static str) -> Basis {
    Basis { kind: BasisKind::Documented, reference }
}

pub(super) const fn inferred(reference: &'static str) -> Basis {
    Basis { kind: BasisKind::Inferred, reference }
}

pub(super) const fn issue(reference: &'static str) -> Basis {
    Basis { kind: BasisKind::Issue, reference }
}

pub(super) const OIDC: &str = "FusionAuth docs: OpenID Connect identity provider API";
pub(super) const PROVIDERS: &str = "FusionAuth docs: the API of this identity provider";
pub(super) const OVERVIEW: &str = "FusionAuth docs: Identity Providers";
pub(super) const LINKS: &str = "FusionAuth docs: Link API";
pub(super) const LAMBDA: &str = "FusionAuth docs: OpenID Connect reconcile lambda";
pub(super) const POLICY: &str = "docs/policy.md";
pub(super) const LOGIN: &str = "FusionAuth docs: complete login with an identity provider";

/// What the refusal itself rests on; its status is inferred wherever no documentation names it.
pub(super) const fn refusal_basis(refusal: &Refusal) -> Basis {
    const THEME: &str = "FusionAuth theme messages";
    match refusal {
        Refusal::UnverifiedEmail => documented(OIDC),
        Refusal::UserDoesNotExistByEmail | Refusal::UserDoesNotExistByUsername => {
            documented(OVERVIEW)
        }
        Refusal::UserExpired | Refusal::LoginPrevented => documented(LOGIN),
        Refusal::LoginValidation(_) => documented("FusionAuth docs: LoginValidation lambda"),
        Refusal::ExistingUserAlreadyLinked => issue("FusionAuth issue 2512"),
        Refusal::ReconcilerFailed(_) => issue("FusionAuth issues 1707 and 2006"),
        Refusal::UserLocked => issue("FusionAuth issue 301; theme messages"),
        Refusal::MissingUniqueId
        | Refusal::MissingEmail
        | Refusal::MissingUsername
        | Refusal::LinkCountExceeded(_) => Basis { kind: BasisKind::Source, reference: THEME },
        Refusal::Connector(_) => inferred("FusionAuth docs: LDAP connector; User API"),
        Refusal::UnknownRole(_) => {
            Basis { kind: BasisKind::Assumed, reference: "assumption `unknown-role`" }
        }
        Refusal::IdentityProviderDisabled
        | Refusal::IdentityProviderOfOtherTenant
        | Refusal::InvalidApplication
        | Refusal::UnsupportedLinkingStrategy(_) => {
            inferred("FusionAuth docs: identity provider settings")
        }
    }
}
