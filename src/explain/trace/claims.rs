//! What was read of the person, in words.

use super::{StepId, TraceStep, step};
use crate::claims::{EmailVerified, IdTokenUse, places};
use crate::explain::basis::{Basis, LAMBDA, OIDC, PROVIDERS, documented, inferred};
use crate::login::ClaimRole;
use crate::model::{ProviderType, pointer};
use crate::scenario::Setting;

pub(super) fn used_id_token(id_token: IdTokenUse) -> TraceStep {
    let (title, detail) = match id_token {
        IdTokenUse::Verified | IdTokenUse::Absent => ("the id token is used", "after userinfo"),
        IdTokenUse::NotVerified => ("the id token is not used", "its signature is not verified"),
        IdTokenUse::NotRequested => ("the id token is not used", "the scope has no `openid`"),
        IdTokenUse::NoKeys => {
            ("the id token is not used", "without discovery there are no keys to verify it")
        }
        IdTokenUse::VersionTooOld => ("the id token is not used", "this version cannot verify it"),
    };
    let id = match id_token {
        IdTokenUse::Verified | IdTokenUse::Absent => StepId::UsedIdToken,
        _ => StepId::LeftOutIdToken,
    };
    step(id, title, detail, documented(LAMBDA))
}

pub(super) fn read_claim(
    role: ClaimRole,
    value: Option<&str>,
    source: Option<&str>,
    setting: &Setting,
) -> TraceStep {
    let provider = &setting.identity_provider;
    let places = places(provider);
    let (what, places) = match role {
        ClaimRole::UniqueId => ("unique id", places.unique_id),
        ClaimRole::Email => ("e-mail", places.email),
        ClaimRole::Username => ("username", places.username),
    };
    let detail = match (value, source) {
        (Some(value), Some(source)) => format!("`{value}` from {source}"),
        (None, Some(source)) => format!("{source} holds no text"),
        _ => nowhere(provider.provider_type(), &places),
    };
    let title = match value {
        Some(_) => format!("the {what} is read"),
        None => format!("there is no {what}"),
    };
    step(StepId::ReadClaim, title, detail, claims_basis(provider.provider_type(), role))
}

/// None of `places` holds anything.
fn nowhere(kind: ProviderType, places: &[String]) -> String {
    let last = |place: &String| pointer::steps(place).last().unwrap_or_default();
    match places {
        [] => format!("an identity provider of type {} gives none", kind.name()),
        [place] if kind.has_oauth2() => format!("no token has the claim `{}`", last(place)),
        _ if kind.is_saml() => format!("the response has nothing at `{}`", places.join("`, `")),
        _ => {
            let names: Vec<String> = places.iter().map(last).collect();
            format!("the answer has no `{}`", names.join("`, `"))
        }
    }
}

/// FusionAuth's pages name the e-mail address and the username of most types, and the unique id of few.
const fn claims_basis(kind: ProviderType, role: ClaimRole) -> Basis {
    match role {
        _ if kind.has_oauth2() => documented(OIDC),
        _ if kind.is_saml() || matches!(kind, ProviderType::Nintendo) => documented(PROVIDERS),
        ClaimRole::Email | ClaimRole::Username if kind.claims().documented => documented(PROVIDERS),
        _ => inferred(PROVIDERS),
    }
}

pub(super) fn read_verification(said: EmailVerified, source: &str) -> TraceStep {
    step(
        StepId::ReadVerification,
        verification_in_words(said),
        format!("from {source}"),
        documented(OIDC),
    )
}

const fn verification_in_words(said: EmailVerified) -> &'static str {
    match said {
        EmailVerified::Yes => "the e-mail address is verified",
        EmailVerified::No => "the e-mail address is not verified",
        EmailVerified::NoAsText => "the e-mail address is not verified, says a text",
        EmailVerified::Unstated | EmailVerified::Unclear => {
            "whether the e-mail address is verified is not clear"
        }
    }
}
