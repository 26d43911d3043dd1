//! The claim that a rule or a condition reads, and its canonical form.

use super::canonical::{self, Form};
use super::value::is_missing;
use crate::model::pointer;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Whose claims a policy maps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Provider {
    /// Amazon Cognito.
    Cognito,
    /// Any OpenID Connect provider.
    #[default]
    OpenIdConnect,
}

impl Provider {
    /// As it is written in a policy.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cognito => "cognito",
            Self::OpenIdConnect => "oidc",
        }
    }
}

/// One of the two payloads that FusionAuth hands to a lambda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Payload {
    /// The userinfo, which lambdas call `jwt`.
    Userinfo,
    /// The id token.
    IdToken,
}

impl Payload {
    /// As a policy and a lambda name it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Userinfo => "jwt",
            Self::IdToken => "id_token",
        }
    }

    /// The pointer into a login that explanations name.
    #[must_use]
    pub const fn root(self) -> &'static str {
        match self {
            Self::Userinfo => "/userinfo",
            Self::IdToken => "/idToken",
        }
    }
}

/// A claim by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// A claim in its canonical form, from the userinfo or else from the id token.
    Canonical {
        /// Its name.
        name: String,
        /// What has to be done to it.
        form: Form,
        /// The steps below it.
        below: Vec<String>,
    },
    /// A claim as it came: FusionAuth's own syntax for attribute mappings.
    Raw {
        /// Where it is.
        payload: Payload,
        /// The steps to it.
        steps: Vec<String>,
    },
}

/// Why a text names no claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimFault {
    /// It is empty, or a step of it is.
    Empty,
    /// A pointer that begins with none of the three roots.
    Root,
}

/// What a login gives a policy to read.
#[derive(Debug, Clone, Copy)]
pub struct Claims<'a> {
    /// The userinfo.
    pub userinfo: &'a Map<String, Value>,
    /// The id token's claims, where FusionAuth could verify it.
    pub id_token: Option<&'a Map<String, Value>>,
}

/// A claim's value, and the claims it was made of.
#[derive(Debug)]
pub struct Found<'a> {
    /// The value; never a missing one.
    pub value: Cow<'a, Value>,
    /// Where it was read.
    pub payload: Payload,
}

impl Claim {
    /// Reads a claim's name as `provider` has it.
    ///
    /// # Errors
    ///
    /// Fails for a text that names no claim.
    pub fn parse(text: &str, provider: Provider) -> Result<Self, ClaimFault> {
        if text.is_empty() {
            return Err(ClaimFault::Empty);
        }
        for payload in [Payload::Userinfo, Payload::IdToken] {
            let path = text.strip_prefix(payload.name()).and_then(|rest| rest.strip_prefix('.'));
            if let Some(path) = path {
                return Self::raw(payload, path.split('.').map(str::to_owned).collect());
            }
        }
        if !text.starts_with('/') {
            return Ok(Self::canonical(text.to_owned(), Vec::new(), provider));
        }
        let mut steps = pointer::steps(text);
        let root = steps.next().unwrap_or_default();
        let steps: Vec<String> = steps.collect();
        match root.as_str() {
            "jwt" => Self::raw(Payload::Userinfo, steps),
            "id_token" => Self::raw(Payload::IdToken, steps),
            "claims" => {
                let mut steps = steps.into_iter();
                let name = steps.next().filter(|name| !name.is_empty()).ok_or(ClaimFault::Empty)?;
                Ok(Self::canonical(name, steps.collect(), provider))
            }
            _ => Err(ClaimFault::Root),
        }
    }

    /// The canonical claim of that name.
    #[must_use]
    pub fn canonical(name: String, below: Vec<String>, provider: Provider) -> Self {
        let form = Form::of(&name, provider);
        Self::Canonical { name, form, below }
    }

    fn raw(payload: Payload, steps: Vec<String>) -> Result<Self, ClaimFault> {
        if steps.is_empty() || steps.iter().any(String::is_empty) {
            return Err(ClaimFault::Empty);
        }
        Ok(Self::Raw { payload, steps })
    }

    /// The claim as it is written in a policy.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Canonical { name, below, .. } if below.is_empty() && reads_back(name) => {
                name.clone()
            }
            Self::Canonical { name, below, .. } => {
                let root = pointer::child("/claims", name);
                below.iter().fold(root, |path, step| pointer::child(&path, step))
            }
            Self::Raw { payload, steps } => {
                if steps.iter().any(|step| step.contains('.')) {
                    let root = format!("/{}", payload.name());
                    return steps.iter().fold(root, |path, step| pointer::child(&path, step));
                }
                format!("{}.{}", payload.name(), steps.join("."))
            }
        }
    }

    /// What the claim says, where it says something.
    #[must_use]
    pub fn read<'a>(&self, claims: &Claims<'a>) -> Option<Found<'a>> {
        let found = match self {
            Self::Canonical { name, form, below } => {
                let found = canonical::read(name, *form, claims)?;
                let value = inside(found.value, below)?;
                Found { value, payload: found.payload }
            }
            Self::Raw { payload, steps } => {
                let claims = match payload {
                    Payload::Userinfo => claims.userinfo,
                    Payload::IdToken => claims.id_token?,
                };
                let (first, below) = steps.split_first()?;
                let value = inside(Cow::Borrowed(claims.get(first)?), below)?;
                Found { value, payload: *payload }
            }
        };
        (!is_missing(&found.value)).then_some(found)
    }

    /// The names of the top-level claims that it is made of.
    pub fn made_of(&self) -> impl Iterator<Item = &str> {
        let (made, own) = match self {
            Self::Canonical { form, name, .. } => (form.made_of(), Some(name.as_str())),
            Self::Raw { steps, .. } => (&[][..], steps.first().map(String::as_str)),
        };
        made.iter().copied().chain(own.filter(|_| made.is_empty()))
    }

    /// Where explanations say that the value came from.
    #[must_use]
    pub fn place(&self, found: &Found<'_>) -> String {
        self.place_of(found.payload)
    }

    /// The same of what the claim says in `claims`. A value that says nothing about its place is not made for it.
    pub(super) fn place_in(&self, claims: &Claims<'_>) -> Option<String> {
        let payload = match self {
            Self::Canonical { name, form, below } if below.is_empty() => {
                canonical::payload(name, *form, claims)
            }
            _ => None,
        };
        let payload = payload.or_else(|| self.read(claims).map(|found| found.payload))?;
        Some(self.place_of(payload))
    }

    fn place_of(&self, payload: Payload) -> String {
        let (own, below) = match self {
            Self::Raw { steps, .. } => ("", steps.as_slice()),
            Self::Canonical { form: Form::UserName, .. } if payload == Payload::Userinfo => {
                ("username", [].as_slice())
            }
            Self::Canonical { name, form, below } => {
                (form.made_of().first().map_or(name.as_str(), |claim| *claim), below.as_slice())
            }
        };
        let mut place = payload.root().to_owned();
        let own = Some(own).filter(|own| !own.is_empty());
        for step in own.into_iter().chain(below.iter().map(String::as_str)) {
            pointer::push(&mut place, step);
        }
        place
    }
}

/// Whether a canonical name alone is read as that name again.
fn reads_back(name: &str) -> bool {
    !name.starts_with('/') && !name.starts_with("jwt.") && !name.starts_with("id_token.")
}

/// What is at `below` in `value`.
fn inside<'a>(value: Cow<'a, Value>, below: &[String]) -> Option<Cow<'a, Value>> {
    let step = |value: &'a Value| {
        below.iter().try_fold(value, |value, step| match value {
            Value::Object(fields) => fields.get(step),
            Value::Array(items) => items.get(index(step)?),
            _ => None,
        })
    };
    match value {
        _ if below.is_empty() => Some(value),
        Cow::Borrowed(value) => step(value).map(Cow::Borrowed),
        Cow::Owned(value) => below
            .iter()
            .try_fold(value, |value, step| match value {
                Value::Object(mut fields) => fields.remove(step),
                Value::Array(mut items) => {
                    let index = index(step)?;
                    (index < items.len()).then(|| items.swap_remove(index))
                }
                _ => None,
            })
            .map(Cow::Owned),
    }
}

/// A list's index: digits without a leading zero.
fn index(step: &str) -> Option<usize> {
    let plain =
        step.bytes().all(|byte| byte.is_ascii_digit()) && (step == "0" || !step.starts_with('0'));
    step.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn object(value: &Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap_or_default()
    }

    fn read(claim: &str, userinfo: &Value, id_token: Option<&Value>) -> Option<(Value, String)> {
        let (userinfo, id_token) = (object(userinfo), id_token.map(object));
        let claims = Claims { userinfo: &userinfo, id_token: id_token.as_ref() };
        let claim = Claim::parse(claim, Provider::Cognito).ok()?;
        let found = claim.read(&claims)?;
        let place = claim.place(&found);
        Some((found.value.into_owned(), place))
    }

    #[test]
    fn names_are_read_and_written_back() {
        for text in [
            "given_name",
            "jwt.a.b",
            "/id_token/a.b/c",
            "/claims/address/formatted",
            "https://a.b/c",
        ] {
            let claim = Claim::parse(text, Provider::Cognito).map(|claim| claim.text());
            assert_eq!(claim, Ok(text.to_owned()));
        }
        let fault = |text| Claim::parse(text, Provider::Cognito).err();
        assert_eq!(fault(""), Some(ClaimFault::Empty));
        assert_eq!(fault("jwt."), Some(ClaimFault::Empty));
        assert_eq!(fault("/userinfo/a"), Some(ClaimFault::Root));
    }

    #[test]
    fn userinfo_comes_first_and_what_is_missing_there_is_looked_for_in_the_id_token() {
        let found = read("name", &json!({ "name": "" }), Some(&json!({ "name": "Jane" })));
        assert_eq!(found, Some((json!("Jane"), "/idToken/name".to_owned())));
        let found = read("name", &json!({ "name": "J" }), Some(&json!({ "name": "Jane" })));
        assert_eq!(found, Some((json!("J"), "/userinfo/name".to_owned())));
        assert_eq!(read("name", &json!({}), None), None);
    }

    #[test]
    fn steps_go_into_objects_and_lists() {
        let address = json!({ "address": "Main St" });
        let found = read("/claims/address/formatted", &address, None);
        assert_eq!(found, Some((json!("Main St"), "/userinfo/address/formatted".to_owned())));
        let list = || json!({ "a": [{ "b": 1 }] });
        assert_eq!(read("jwt.a.0.b", &list(), None).map(|found| found.0), Some(json!(1)));
        assert_eq!(read("jwt.a.00.b", &list(), None), None);
        assert_eq!(read("jwt.a.length", &list(), None), None);
    }
}
