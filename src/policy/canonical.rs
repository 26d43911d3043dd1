//! Claims in their canonical form, whichever payload they come from.
//!
//! A policy reads two payloads that write the same claim in different ways: `email_verified` is a boolean in an id
//! token and a text in Cognito's userinfo. What cannot be read stays as it came.

use super::claim::{Claims, Found, Payload, Provider};
use super::transform::blank;
use super::value::{self, is_missing};
use crate::claims::cognito::{ClaimType, boolean_claim, find_claim, is_custom};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// What is done to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Nothing.
    Plain,
    /// The texts `true` and `false` become booleans.
    Boolean,
    /// Digits become a number.
    Number,
    /// A text such as `[a b]` becomes a list.
    Texts,
    /// A text becomes an object with `formatted`.
    Address,
    /// JSON in a text, or an object alone, becomes a list of objects.
    Identities,
    /// A number or a boolean becomes the text that Cognito keeps.
    Custom,
    /// The user name, which Cognito's userinfo calls `username`.
    UserName,
    /// The groups without Cognito's own.
    AssignedGroups,
    /// The outside provider's name.
    ProviderName,
    /// The user's id at the outside provider.
    ProviderSubject,
}

const USER_NAME: &str = "cognito:username";
const GROUPS: &str = "cognito:groups";
const IDENTITIES: &str = "identities";

impl Form {
    /// What is done to the claim `name` of `provider`.
    #[must_use]
    pub fn of(name: &str, provider: Provider) -> Self {
        if provider == Provider::OpenIdConnect {
            let verified = matches!(name, "email_verified" | "phone_number_verified");
            return if verified { Self::Boolean } else { Self::Plain };
        }
        match name {
            "assigned-groups" => Self::AssignedGroups,
            "provider-name" => Self::ProviderName,
            "provider-subject" => Self::ProviderSubject,
            USER_NAME => Self::UserName,
            name if is_custom(name) => Self::Custom,
            name => match find_claim(name).map(|claim| claim.kind) {
                Some(ClaimType::Boolean) => Self::Boolean,
                Some(ClaimType::Number) => Self::Number,
                Some(ClaimType::Texts) => Self::Texts,
                Some(ClaimType::Address) => Self::Address,
                Some(ClaimType::Identities) => Self::Identities,
                Some(ClaimType::Text) | None => Self::Plain,
            },
        }
    }

    /// The claims that this one is made of, where those have other names.
    #[must_use]
    pub const fn made_of(self) -> &'static [&'static str] {
        match self {
            Self::AssignedGroups => &[GROUPS],
            Self::ProviderName | Self::ProviderSubject => &[IDENTITIES],
            Self::UserName => &[USER_NAME, "username"],
            _ => &[],
        }
    }
}

/// The claim `name`: from the userinfo, or else from the id token.
pub(super) fn read<'a>(name: &str, form: Form, claims: &Claims<'a>) -> Option<Found<'a>> {
    match form {
        Form::UserName => find(USER_NAME, claims).or_else(|| {
            let value = claims.userinfo.get("username").filter(|value| !is_missing(value))?;
            Some((value, Payload::Userinfo))
        }),
        Form::AssignedGroups => return assigned_groups(claims),
        Form::ProviderName => return of_primary_identity("providerName", claims),
        Form::ProviderSubject => return of_primary_identity("userId", claims),
        _ => find(name, claims),
    }
    .map(|(value, payload)| Found { value: canonical(form, value), payload })
}

/// Where the claim `name` would be read, which is found without making its value; `None` too for a form of which the
/// value has to be looked at.
pub(super) fn payload(name: &str, form: Form, claims: &Claims<'_>) -> Option<Payload> {
    match form {
        Form::UserName | Form::ProviderName | Form::ProviderSubject => None,
        Form::AssignedGroups => match find(GROUPS, claims) {
            Some((_, payload)) => Some(payload),
            None => claims.id_token.map(|_| Payload::IdToken),
        },
        _ => find(name, claims).map(|(_, payload)| payload),
    }
}

fn find<'a>(name: &str, claims: &Claims<'a>) -> Option<(&'a Value, Payload)> {
    let in_payload = |payload: Option<&'a Map<String, Value>>| {
        payload?.get(name).filter(|value| !is_missing(value))
    };
    in_payload(Some(claims.userinfo))
        .map(|value| (value, Payload::Userinfo))
        .or_else(|| in_payload(claims.id_token).map(|value| (value, Payload::IdToken)))
}

/// The claim's value in its canonical form.
pub(super) fn canonical(form: Form, value: &Value) -> Cow<'_, Value> {
    let made = match form {
        Form::Boolean => boolean_claim(value).map(Value::Bool),
        Form::Number => number(value),
        Form::Texts => value.as_str().map(texts),
        Form::Address => value.as_str().map(address),
        Form::Identities => identities(value),
        Form::Custom if !value.is_string() => value::text(value).map(Value::String),
        _ => None,
    };
    made.map_or(Cow::Borrowed(value), Cow::Owned)
}

/// The most digits of a text that is read as a number: JavaScript counts so far exactly.
const MOST_DIGITS: usize = 15;

fn number(value: &Value) -> Option<Value> {
    let text = value.as_str()?;
    let digits = text.len() <= MOST_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse::<i64>().ok().filter(|_| digits).map(Value::from)
}

/// The words of a list that was printed as `[a b]`, `["a","b"]` or `a,b`. Names of groups have no blanks.
fn texts(text: &str) -> Value {
    let between = |character: char| blank(character) || matches!(character, ',' | '"' | '[' | ']');
    text.split(between).filter(|word| !word.is_empty()).map(Value::from).collect()
}

fn address(text: &str) -> Value {
    let mut address = Map::new();
    address.insert("formatted".to_owned(), Value::from(text));
    Value::Object(address)
}

fn identities(value: &Value) -> Option<Value> {
    let list = |value: Value| match value {
        Value::Array(items) => Some(Value::Array(items)),
        object @ Value::Object(_) => Some(Value::Array(vec![object])),
        _ => None,
    };
    match value {
        Value::String(text) => super::transform::parse_json(text).and_then(list),
        Value::Object(_) => list(value.clone()),
        _ => None,
    }
}

/// Every group that somebody put the user into. An id token without the claim says that there is none.
fn assigned_groups<'a>(claims: &Claims<'a>) -> Option<Found<'a>> {
    let Some((value, payload)) = find(GROUPS, claims) else {
        let none = Found { value: Cow::Owned(Value::Array(Vec::new())), payload: Payload::IdToken };
        return claims.id_token.map(|_| none);
    };
    let value = without_cognitos_own(canonical(Form::Texts, value));
    Some(Found { value, payload })
}

/// The list without Cognito's own groups. One that has none is not copied.
fn without_cognitos_own(groups: Cow<'_, Value>) -> Cow<'_, Value> {
    let own = |item: &Value| item.as_str().is_some_and(is_cognitos_own);
    match groups {
        Cow::Borrowed(Value::Array(items)) if items.iter().any(own) => {
            Cow::Owned(items.iter().filter(|item| !own(item)).cloned().collect())
        }
        Cow::Owned(Value::Array(mut items)) => {
            items.retain(|item| !own(item));
            Cow::Owned(Value::Array(items))
        }
        other => other,
    }
}

/// Whether a group has the name that Cognito gives to the one it makes for an outside provider: a pool's id, an
/// underscore, and the provider's name.
///
/// The pool's id is taken by its form, a region and an underscore with letters and digits, because the issuer that
/// would name the pool is not always there.
pub(crate) fn is_cognitos_own(group: &str) -> bool {
    let Some((region, rest)) = group.split_once('_') else { return false };
    let Some((id, provider)) = rest.split_once('_') else { return false };
    !id.is_empty()
        && !provider.is_empty()
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && is_region(region)
}

/// `eu-west-1`, `us-gov-west-1`: two letters, words, and a number.
fn is_region(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let letters =
        |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
    match parts.as_slice() {
        [first, words @ .., number] => {
            first.len() == 2
                && letters(first)
                && !words.is_empty()
                && words.iter().all(letters)
                && !number.is_empty()
                && number.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}

/// A text of the identity that the user signed in with: the one that is marked as primary.
fn of_primary_identity<'a>(field: &str, claims: &Claims<'a>) -> Option<Found<'a>> {
    let (value, payload) = find(IDENTITIES, claims)?;
    let value = match canonical(Form::Identities, value) {
        Cow::Borrowed(list) => Cow::Borrowed(of_primary(list, field)?),
        Cow::Owned(list) => Cow::Owned(of_primary(&list, field)?.clone()),
    };
    Some(Found { value, payload })
}

fn of_primary<'a>(list: &'a Value, field: &str) -> Option<&'a Value> {
    let is_primary = |item: &&Value| item.get("primary").and_then(boolean_claim) == Some(true);
    let primary = list.as_array()?.iter().find(is_primary)?;
    primary.get(field).filter(|text| text.is_string() && !is_missing(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read_claim(name: &str, userinfo: Value, id_token: Option<Value>) -> Option<Value> {
        let object = |value: Value| value.as_object().cloned().unwrap_or_default();
        let (userinfo, id_token) = (object(userinfo), id_token.map(object));
        let claims = Claims { userinfo: &userinfo, id_token: id_token.as_ref() };
        let form = Form::of(name, Provider::Cognito);
        read(name, form, &claims).map(|found| found.value.into_owned())
    }

    #[test]
    fn both_payloads_give_the_same() {
        for (name, one, other, canonical) in [
            ("email_verified", json!("True"), json!(true), json!(true)),
            ("updated_at", json!("1700000000"), json!(1_700_000_000), json!(1_700_000_000)),
            (
                "address",
                json!("Main St"),
                json!({ "formatted": "Main St" }),
                json!({ "formatted": "Main St" }),
            ),
            ("cognito:groups", json!("[a b]"), json!(["a", "b"]), json!(["a", "b"])),
            ("custom:age", json!("30"), json!(30), json!("30")),
            (
                "identities",
                json!("[{\"userId\":\"1\"}]"),
                json!([{ "userId": "1" }]),
                json!([{ "userId": "1" }]),
            ),
        ] {
            for value in [one, other] {
                let claims = Value::Object(Map::from_iter([(name.to_owned(), value)]));
                assert_eq!(read_claim(name, claims, None), Some(canonical.clone()), "{name}");
            }
        }
    }

    #[test]
    fn what_cannot_be_read_stays_as_it_came() {
        for (name, value) in [
            ("email_verified", json!("maybe")),
            ("updated_at", json!("1e5")),
            ("cognito:groups", json!([1])),
            ("custom:x", json!({ "a": 1 })),
            ("identities", json!("[{")),
        ] {
            let claims = Value::Object(Map::from_iter([(name.to_owned(), value.clone())]));
            assert_eq!(read_claim(name, claims, None), Some(value), "{name}");
        }
    }

    #[test]
    fn cognitos_own_groups_are_left_out() {
        let groups = json!({ "cognito:groups": ["eu-west-1_aB3_Google", "eu_west_1", "staff"] });
        assert_eq!(
            read_claim("assigned-groups", json!({}), Some(groups)),
            Some(json!(["eu_west_1", "staff"]))
        );
        assert_eq!(read_claim("assigned-groups", json!({}), Some(json!({}))), Some(json!([])));
        assert_eq!(read_claim("assigned-groups", json!({}), None), None);
        assert!(is_cognitos_own("us-gov-west-1_EXAMPLE_my_idp"));
        for group in [
            "eu-west-1_aB3_",
            "eu-west-1_aB3",
            "west-1_a_b",
            "eu-1_a_b",
            "eu-west-_a_b",
            "eu-west-1__b",
        ] {
            assert!(!is_cognitos_own(group), "{group}");
        }
    }

    #[test]
    fn the_provider_is_the_primary_identitys() {
        let identities = |primary: Value| {
            json!({ "identities": [
                { "providerName": "Other", "userId": "0", "primary": "false" },
                { "providerName": "Google", "userId": "1", "primary": primary },
            ] })
        };
        for primary in [json!(true), json!("true")] {
            assert_eq!(
                read_claim("provider-name", identities(primary.clone()), None),
                Some(json!("Google"))
            );
            assert_eq!(read_claim("provider-subject", identities(primary), None), Some(json!("1")));
        }
        assert_eq!(read_claim("provider-name", identities(json!(false)), None), None);
    }

    #[test]
    fn the_user_name_has_two_names() {
        let user_name = |userinfo, id_token| read_claim("cognito:username", userinfo, id_token);
        assert_eq!(user_name(json!({ "username": "jane" }), None), Some(json!("jane")));
        assert_eq!(
            user_name(json!({ "username": "x" }), Some(json!({ "cognito:username": "jane" }))),
            Some(json!("jane"))
        );
    }
}
