//! Which types a claim's value may have, the likeliest first.

use super::super::canonical::Form;
use super::super::claim::{Claim, Payload};
use crate::claims::cognito::{ClaimType, find_claim};

/// Which values claims may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Types {
    /// Any value in any claim: what is proved so holds for whatever a token contains.
    #[default]
    Any,
    /// Claims that Cognito or OpenID Connect documents have the type that is documented.
    Documented,
    /// And the others are lists only where their name is a plural.
    Likely,
}

/// A type of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Boolean,
    Number,
    List,
    Object,
}

use Kind::{Boolean, List, Number, Object, Text};

/// The types that the claim's value may have.
pub(super) fn kinds(claim: &Claim, types: Types) -> &'static [Kind] {
    match (documented(claim), types) {
        (Some(ClaimType::Text), Types::Any) => any_but_converted(claim),
        (Some(ClaimType::Boolean), Types::Any) => &[Boolean, Text, Number, List, Object],
        (Some(ClaimType::Number), Types::Any) => &[Number, Text, Boolean, List, Object],
        (Some(ClaimType::Address), Types::Any) => &[Object, Text, Number, Boolean, List],
        (Some(ClaimType::Texts), Types::Any) => &[List, Object, Number, Boolean],
        (Some(ClaimType::Identities), Types::Any) => &[List, Object, Text, Number, Boolean],
        (Some(ClaimType::Text), _) => &[Text],
        (Some(ClaimType::Boolean), _) if of_userinfo(claim) => &[Text, Boolean],
        (Some(ClaimType::Boolean), _) => &[Boolean],
        (Some(ClaimType::Number), _) if of_userinfo(claim) => &[Text, Number],
        (Some(ClaimType::Number), _) => &[Number],
        (Some(ClaimType::Address), _) => &[Object],
        (Some(ClaimType::Texts | ClaimType::Identities), _) => &[List],
        (None, Types::Likely) if !is_plural(claim) => &[Text, Boolean, Number],
        (None, _) if is_plural(claim) => &[List, Text, Boolean, Number, Object],
        (None, _) => &[Text, Boolean, Number, List, Object],
    }
}

/// The provider's name is a text whatever the token says; a custom attribute is never a boolean.
fn any_but_converted(claim: &Claim) -> &'static [Kind] {
    match claim {
        Claim::Canonical { form: Form::ProviderName | Form::ProviderSubject, .. } => &[Text],
        Claim::Canonical { form: Form::Custom, .. } => &[Text, List, Number, Object],
        _ => &[Text, Boolean, Number, List, Object],
    }
}

fn documented(claim: &Claim) -> Option<ClaimType> {
    match claim {
        Claim::Canonical { name, form, below } if below.is_empty() => match form {
            Form::Boolean => Some(ClaimType::Boolean),
            Form::Number => Some(ClaimType::Number),
            Form::Texts | Form::AssignedGroups => Some(ClaimType::Texts),
            Form::Address => Some(ClaimType::Address),
            Form::Identities => Some(ClaimType::Identities),
            Form::Custom | Form::UserName | Form::ProviderName | Form::ProviderSubject => {
                Some(ClaimType::Text)
            }
            Form::Plain => known(name).filter(|kind| *kind == ClaimType::Text),
        },
        Claim::Raw { payload, steps } => match steps.as_slice() {
            [name] => known(name).filter(|kind| match kind {
                ClaimType::Text | ClaimType::Boolean | ClaimType::Number => true,
                ClaimType::Texts => *payload == Payload::IdToken,
                ClaimType::Address | ClaimType::Identities => false,
            }),
            _ => None,
        },
        Claim::Canonical { .. } => None,
    }
}

fn known(name: &str) -> Option<ClaimType> {
    find_claim(name).map(|claim| claim.kind)
}

/// Cognito's userinfo writes booleans and numbers as texts.
const fn of_userinfo(claim: &Claim) -> bool {
    matches!(claim, Claim::Raw { payload: Payload::Userinfo, .. })
}

/// `groups` and `roles`, not `address` and `status`.
fn is_plural(claim: &Claim) -> bool {
    let name = last_step(claim);
    name.ends_with('s') && !name.ends_with("ss") && !name.ends_with("us")
}

/// The last step of the claim's name.
pub(super) fn last_step(claim: &Claim) -> &str {
    match claim {
        Claim::Canonical { name, below, .. } => below.last().unwrap_or(name),
        Claim::Raw { steps, .. } => steps.last().map_or("", String::as_str),
    }
}

/// A value that people recognise, for claims that have one.
pub(super) fn usual(claim: &Claim) -> Option<&'static str> {
    Some(match last_step(claim) {
        "email" => "jane@example.com",
        "given_name" => "Jane",
        "family_name" => "Doe",
        "name" => "Jane Doe",
        "birthdate" => "1990-12-31",
        "locale" => "en-US",
        "zoneinfo" => "Europe/Paris",
        "phone_number" => "+15555550100",
        "picture" => "https://example.com/jane.png",
        "email_verified" | "phone_number_verified" => "true",
        _ => return None,
    })
}
