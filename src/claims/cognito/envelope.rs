//! Where the claims lie in what was given: alone, or inside a request, an answer or an event.

use serde_json::Value;

/// What the claims are wrapped in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrapper {
    /// Nothing that says which form they have.
    None,
    /// A REST API's request, or a part of it.
    RestAuthorizer,
    /// An HTTP API's request, or a part of it.
    HttpAuthorizer,
    /// A user as the Cognito API answers it.
    User,
    /// A Lambda trigger's event.
    Event,
}

/// The places in which claims are found, the most particular first.
const PLACES: [(&str, Wrapper); 13] = [
    ("/requestContext/authorizer/jwt/claims", Wrapper::HttpAuthorizer),
    ("/authorizer/jwt/claims", Wrapper::HttpAuthorizer),
    ("/jwt/claims", Wrapper::HttpAuthorizer),
    ("/requestContext/authorizer/claims", Wrapper::RestAuthorizer),
    ("/authorizer/claims", Wrapper::RestAuthorizer),
    ("/claims", Wrapper::None),
    // AppSync's context.
    ("/identity/claims", Wrapper::None),
    ("/request/userAttributes", Wrapper::Event),
    // What an inbound federation and a migrate user trigger give back.
    ("/response/userAttributesToMap", Wrapper::Event),
    ("/response/userAttributes", Wrapper::Event),
    ("/UserAttributes", Wrapper::User),
    ("/Attributes", Wrapper::User),
    // AdminCreateUser's answer.
    ("/User/Attributes", Wrapper::User),
];

/// The claims in their place.
pub(super) struct Envelope<'a> {
    /// All that was given.
    pub(super) whole: &'a Value,
    /// What the claims are wrapped in.
    pub(super) wrapper: Wrapper,
    /// Pointer from the whole to the claims.
    pub(super) path: &'static str,
    /// The claims: an object, or the API's list of names and values.
    pub(super) contents: &'a Value,
}

impl<'a> Envelope<'a> {
    /// Finds the claims.
    pub(super) fn open(whole: &'a Value) -> Self {
        let bare = is_bare(whole);
        let found = PLACES.iter().filter(|_| !bare).find_map(|&(path, wrapper)| {
            let contents = whole.pointer(path).filter(|contents| has_claims(contents))?;
            Some(Self { whole, wrapper, path, contents })
        });
        found.unwrap_or(Self { whole, wrapper: Wrapper::None, path: "", contents: whole })
    }
}

fn has_claims(contents: &Value) -> bool {
    contents.as_object().is_some_and(|claims| !claims.is_empty()) || is_attribute_list(contents)
}

/// Whether this is the API's list of `{"Name": …, "Value": …}`.
pub(super) fn is_attribute_list(value: &Value) -> bool {
    let mut items = value.as_array().into_iter().flatten();
    items.any(|item| item.get("Name").is_some_and(Value::is_string))
}

/// Whether these are claims already, so that nothing in them is a wrapper: a claim may be called
/// `claims` or `Users`.
pub(super) fn is_bare(value: &Value) -> bool {
    value.get("sub").is_some() || value.get("token_use").is_some()
}

/// Whether this is a Lambda trigger's event.
pub(super) fn is_event(value: &Value) -> bool {
    !is_bare(value)
        && value.get("triggerSource").is_some_and(Value::is_string)
        && value.get("request").is_some_and(Value::is_object)
}
