//! What a reading says about values it could not read and users it was surprised by.

use serde_json::Value;

use super::Cognito;
use super::claim::ClaimType;
use super::envelope::is_event;
use super::event::STATUS;
use crate::model::{Diagnostic, shorten};

/// Nothing about the value is Cognito's.
pub(super) fn unknown_form(value: &Value) -> Diagnostic {
    Diagnostic::error("cognito-unknown-form", "", "this does not look like a Cognito user")
        .found(value.to_string())
        .expected(
            "the claims of an ID token, userinfo's answer, a user of `ListUsers`, a trigger's event, \
             or a request's `authorizer.claims`",
        )
        .help("check that the claims are Cognito's and complete: at least `sub` should be there")
}

/// A claim whose value is not what Cognito writes.
pub(super) fn unreadable(
    name: &str,
    kind: Option<ClaimType>,
    value: &Value,
    path: String,
) -> Diagnostic {
    let (code, expected) = match kind {
        None | Some(ClaimType::Text) => ("cognito-unreadable-claim", "text"),
        Some(ClaimType::Boolean) => ("cognito-unreadable-claim", "`true` or `false`"),
        Some(ClaimType::Number) => ("cognito-unreadable-claim", "a number"),
        Some(ClaimType::Texts) => ("cognito-unreadable-claim", "a list of texts"),
        Some(ClaimType::Address) => ("cognito-unreadable-claim", "an address as text or object"),
        Some(ClaimType::Identities) => {
            ("cognito-unreadable-identities", "a list of identities, or one as JSON in a text")
        }
    };
    let message = ["`", &shorten(name), "` does not have a value that Cognito writes"].concat();
    Diagnostic::warning(code, path, message)
        .found(value.to_string())
        .expected(expected)
        .help("the value is kept as it came; if it was edited by hand, correct it")
}

/// An item of the API's list that is no attribute.
pub(super) fn unreadable_attribute(item: &Value, path: String) -> Diagnostic {
    let message = "the attribute has no name, so it is left out";
    Diagnostic::warning("cognito-unreadable-claim", path, message)
        .found(item.to_string())
        .expected("`{\"Name\": \"…\", \"Value\": \"…\"}`")
        .help("copy the list of attributes again")
}

/// Notes about the user as a whole. `base` points to what was read.
pub(super) fn about_user(user: &mut Cognito, base: &str) {
    let notes =
        [access_token(user, base), disabled(user, base), status(user, base), response(user, base)];
    user.notes.extend(notes.into_iter().flatten());
}

fn access_token(user: &Cognito, base: &str) -> Option<Diagnostic> {
    (user.claims.text("token_use") == Some("access")).then(|| {
        Diagnostic::warning(
            "cognito-access-token",
            base,
            "this is an access token, not an ID token",
        )
        .found("access")
        .expected("`token_use` is `id`")
        .help("an access token has no email and no profile: take the `id_token` of the same answer")
    })
}

fn disabled(user: &Cognito, base: &str) -> Option<Diagnostic> {
    let path = first(user, &["/Enabled", "/User/Enabled"], |value| value == &Value::Bool(false))?;
    let path = [base, path].concat();
    Some(
        Diagnostic::warning("cognito-cannot-sign-in", path, "the user is disabled in Cognito")
            .help("Cognito refuses the sign-in: enable the user first, or leave it out"),
    )
}

/// What a status means for signing in.
/// (<https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserType.html>)
fn status(user: &Cognito, base: &str) -> Option<Diagnostic> {
    let path = first(user, &STATUS, Value::is_string)?;
    let path = [base, path].concat();
    let status = user.status()?;
    let message = ["the user's status is `", &shorten(status), "`"].concat();
    match status {
        "UNCONFIRMED" => Some(
            Diagnostic::warning("cognito-cannot-sign-in", path, message)
                .help("the user cannot sign in before the sign-up is confirmed"),
        ),
        "FORCE_CHANGE_PASSWORD" | "RESET_REQUIRED" => Some(
            Diagnostic::info("cognito-must-act-first", path, message)
                .help("the user has to set a new password before there is a token"),
        ),
        _ => None,
    }
}

/// Which of the places has a value that fits, in the forms that have such places.
fn first(user: &Cognito, paths: &[&'static str], fits: fn(&Value) -> bool) -> Option<&'static str> {
    let of_api = user.form == super::Form::UserAttributes;
    paths.iter().find(|path| of_api && user.original.pointer(path).is_some_and(fits)).copied()
}

/// A pre token generation trigger's answer changes the token, not the user that was read.
fn response(user: &Cognito, base: &str) -> Option<Diagnostic> {
    const ANSWERS: [&str; 2] =
        ["/response/claimsOverrideDetails", "/response/claimsAndScopeOverrideDetails"];
    let filled = |value: &Value| value.as_object().is_some_and(|answer| !answer.is_empty());
    let path = first(user, &ANSWERS, filled).filter(|_| is_event(&user.original))?;
    let message = "the trigger's answer is not applied: these are the claims without it";
    Some(
        Diagnostic::info("cognito-trigger-answer", [base, path].concat(), message)
            .help("to preview what the trigger makes of a token, paste the claims of such a token"),
    )
}
