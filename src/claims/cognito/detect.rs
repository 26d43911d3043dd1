//! Which of the five forms a value has.

use serde_json::{Map, Value};

use super::claim::{ClaimType, find_claim, is_custom};
use super::envelope::{Envelope, Wrapper, is_attribute_list, is_event};
use super::event::NO_CLAIMS;
use super::{Form, Issuer, users};

/// Recognises a Cognito user's form by its shape; `None` if nothing about it is Cognito's.
///
/// Claims are found alone and inside what carries them: `requestContext.authorizer`, an answer of
/// the Cognito API, a trigger's event. A request's claims that still have real types, as local
/// emulators leave them, have the form of an ID token.
///
/// A plain object of texts with a `sub` counts as userinfo, because nothing speaks against it.
///
/// ```
/// use reconcile_kit::claims::cognito::{Form, detect};
/// use serde_json::json;
///
/// let token = json!({"token_use": "id", "cognito:username": "jane", "email_verified": true});
/// assert_eq!(detect(&token), Some(Form::IdToken));
/// let userinfo = json!({"sub": "a", "username": "jane", "email_verified": "true"});
/// assert_eq!(detect(&userinfo), Some(Form::Userinfo));
/// assert_eq!(detect(&json!({"colour": "blue"})), None);
/// ```
#[must_use]
pub fn detect(value: &Value) -> Option<Form> {
    if users::list(value).is_some() || is_event(value) {
        return Some(Form::UserAttributes);
    }
    let envelope = Envelope::open(value);
    if matches!(envelope.wrapper, Wrapper::User | Wrapper::Event) {
        return Some(Form::UserAttributes);
    }
    match envelope.contents {
        Value::Object(claims) => flat(claims, envelope.wrapper),
        list => is_attribute_list(list).then_some(Form::UserAttributes),
    }
}

/// The form of one flat object of claims.
fn flat(claims: &Map<String, Value>, wrapper: Wrapper) -> Option<Form> {
    let types = Types::of(claims);
    let authorizer = matches!(wrapper, Wrapper::RestAuthorizer | Wrapper::HttpAuthorizer);
    if authorizer || is_token(claims) {
        let flattened = types.text || (authorizer && !types.any_real);
        let form =
            if flattened && !types.any_real { gateway(claims, wrapper) } else { Form::IdToken };
        return Some(form);
    }
    let cognitos_own = has_cognito_issuer(claims) || claims.keys().any(|name| is_custom(name));
    if claims.keys().any(|name| NO_CLAIMS.contains(&name.as_str())) {
        return Some(Form::UserAttributes);
    }
    if types.real_in_profile {
        return cognitos_own.then_some(Form::IdToken);
    }
    let named =
        ["sub", "username"].iter().any(|name| claims.get(*name).is_some_and(Value::is_string));
    (cognitos_own || named).then_some(Form::Userinfo)
}

/// Which types the claims have that are not text in an ID token.
#[derive(Default)]
struct Types {
    /// One of them is text.
    text: bool,
    /// One of them has its real type.
    any_real: bool,
    /// One of them has its real type and belongs to the profile. A load balancer adds a real `exp` to
    /// userinfo.
    real_in_profile: bool,
}

impl Types {
    fn of(claims: &Map<String, Value>) -> Self {
        let mut types = Self::default();
        for (name, value) in claims {
            match find_claim(name).filter(|claim| claim.kind != ClaimType::Text) {
                Some(_) if value.is_string() => types.text = true,
                Some(claim) if !value.is_null() => {
                    types.any_real = true;
                    types.real_in_profile |= claim.in_userinfo;
                }
                _ => {}
            }
        }
        types
    }
}

/// Whether something in the claims is only in Cognito's tokens.
fn is_token(claims: &Map<String, Value>) -> bool {
    let of_token =
        |name: &String| name.starts_with("cognito:") && !NO_CLAIMS.contains(&name.as_str());
    claims.contains_key("token_use")
        || claims.keys().any(of_token)
        || (claims.contains_key("aud") && has_cognito_issuer(claims))
}

fn has_cognito_issuer(claims: &Map<String, Value>) -> bool {
    claims.get("iss").and_then(Value::as_str).and_then(Issuer::parse).is_some()
}

/// Which kind of API flattened the claims: the wrapper says so, or a date in words (REST), or a list
/// in brackets (HTTP). With no more than numbers as text both are possible; the HTTP API's is the
/// simpler one.
fn gateway(claims: &Map<String, Value>, wrapper: Wrapper) -> Form {
    let text = |name| claims.get(name).and_then(Value::as_str);
    let in_words = |name| text(name).is_some_and(|date| date.contains(' '));
    let in_braces = text("identities").is_some_and(|text| text.starts_with('{'));
    match wrapper {
        Wrapper::RestAuthorizer => Form::ApiGatewayRest,
        Wrapper::HttpAuthorizer => Form::ApiGatewayHttp,
        _ if in_words("exp") || in_words("iat") || in_braces => Form::ApiGatewayRest,
        _ => Form::ApiGatewayHttp,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ISS: &str = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE";

    #[test]
    fn another_providers_claims_are_not_cognitos() {
        for claims in [
            json!({"sub": "1", "iss": "https://accounts.google.com", "aud": "a", "email_verified": true}),
            json!({"sub": "1", "email": "a@example.com", "email_verified": true}),
            json!({"email": "a@example.com"}),
            json!([{"userId": "1", "providerName": "Google"}]),
            json!([]),
            json!({}),
            json!("eyJ"),
            json!(null),
        ] {
            assert_eq!(detect(&claims), None, "{claims}");
        }
    }

    #[test]
    fn part_of_a_users_claims_is_enough() {
        for (claims, form) in [
            (json!({"sub": "1", "email_verified": true, "custom:a": "b"}), Form::IdToken),
            (json!({"cognito:groups": ["a"]}), Form::IdToken),
            (json!({"iss": ISS, "aud": "a"}), Form::IdToken),
            (json!({"sub": "1", "iss": ISS, "exp": 1}), Form::Userinfo),
            (json!({"sub": "1"}), Form::Userinfo),
            (json!({"sub": "1", "cognito:user_status": "CONFIRMED"}), Form::UserAttributes),
            (json!([{"Name": "sub", "Value": "1"}]), Form::UserAttributes),
        ] {
            assert_eq!(detect(&claims), Some(form), "{claims}");
        }
    }

    #[test]
    fn wrapped_claims_are_found() {
        let flat = json!({"sub": "1", "email_verified": "true"});
        let real = json!({"sub": "1", "email_verified": true, "token_use": "id"});
        for (value, form) in [
            (json!({"requestContext": {"authorizer": {"claims": flat}}}), Form::ApiGatewayRest),
            (json!({"authorizer": {"claims": flat}}), Form::ApiGatewayRest),
            (
                json!({"requestContext": {"authorizer": {"jwt": {"claims": flat}}}}),
                Form::ApiGatewayHttp,
            ),
            (json!({"jwt": {"claims": flat, "scopes": null}}), Form::ApiGatewayHttp),
            (json!({"authorizer": {"claims": real}}), Form::IdToken),
            (json!({"identity": {"claims": real}}), Form::IdToken),
            (json!({"claims": flat}), Form::Userinfo),
            (json!({"sub": "1", "token_use": "id", "exp": 1, "claims": flat}), Form::IdToken),
            (json!({"triggerSource": "PreSignUp_SignUp", "request": {}}), Form::UserAttributes),
            (json!({"User": {"Attributes": [{"Name": "sub"}]}}), Form::UserAttributes),
            (json!({"Users": []}), Form::UserAttributes),
        ] {
            assert_eq!(detect(&value), Some(form), "{value}");
        }
    }
}
