//! What a reading says about values it could not read and users it was surprised by.

use serde_json::Value;

use super::claim::ClaimType;
use super::envelope::is_event;
use super::event::STATUS;
use super::{Cognito, Form};
use crate::model::{Diagnostic, Severity, shorten};

/// Nothing about the value is Cognito's. Text is not repeated, as it may be a token.
pub(super) fn unknown_form(value: &Value) -> Diagnostic {
    let finding = Diagnostic::error("cognito-unknown-form", "", "this is not a Cognito user").expected(
        "the claims of an ID token, userinfo's answer, a user of `ListUsers`, a trigger's event, \
         or a request's `authorizer.claims`",
    );
    if value.is_string() {
        return finding.help("this is text: decode a token first, and give claims as an object");
    }
    finding
        .found(value.to_string())
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

/// Adds notes about the user as a whole. `base` points to what was read.
pub(super) fn about_user(user: &mut Cognito, base: &str) {
    let notes = [access_token(user), disabled(user), status(user), answer(user)];
    let diagnostic = |note: Note| {
        let path = [base, note.path].concat();
        Diagnostic::new(note.severity, note.code, path, note.message).help(note.help)
    };
    user.notes.extend(notes.into_iter().flatten().map(diagnostic));
}

struct Note {
    severity: Severity,
    code: &'static str,
    path: &'static str,
    message: String,
    help: &'static str,
}

fn access_token(user: &Cognito) -> Option<Note> {
    (user.claims.text("token_use") == Some("access")).then(|| Note {
        severity: Severity::Warning,
        code: "cognito-access-token",
        path: "",
        message: "this is an access token, not an ID token".to_owned(),
        help: "an access token has no email and no profile: take the `id_token` of the same answer",
    })
}

fn disabled(user: &Cognito) -> Option<Note> {
    let path = first(user, &["/Enabled", "/User/Enabled"], |value| value == &Value::Bool(false))?;
    Some(Note {
        severity: Severity::Warning,
        code: "cognito-cannot-sign-in",
        path,
        message: "the user is disabled in Cognito".to_owned(),
        help: "Cognito refuses the sign-in: enable the user first, or leave it out",
    })
}

/// What a status means for signing in.
/// (<https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserType.html>)
fn status(user: &Cognito) -> Option<Note> {
    let path = first(user, &STATUS, Value::is_string)?;
    let status = user.status()?;
    let (severity, code, help) = match status {
        "UNCONFIRMED" => (
            Severity::Warning,
            "cognito-cannot-sign-in",
            "the user cannot sign in before the sign-up is confirmed",
        ),
        "FORCE_CHANGE_PASSWORD" | "RESET_REQUIRED" => (
            Severity::Info,
            "cognito-must-act-first",
            "the user has to set a new password before there is a token",
        ),
        _ => return None,
    };
    let message = ["the user's status is `", status, "`"].concat();
    Some(Note { severity, code, path, message, help })
}

/// A pre token generation trigger's answer changes the token, not the user that was read.
fn answer(user: &Cognito) -> Option<Note> {
    const ANSWERS: [&str; 2] =
        ["/response/claimsOverrideDetails", "/response/claimsAndScopeOverrideDetails"];
    let filled = |value: &Value| value.as_object().is_some_and(|answer| !answer.is_empty());
    let path = first(user, &ANSWERS, filled).filter(|_| is_event(&user.original))?;
    Some(Note {
        severity: Severity::Info,
        code: "cognito-trigger-answer",
        path,
        message: "the trigger's answer is not applied: these are the claims without it".to_owned(),
        help: "to preview what the trigger makes of a token, paste the claims of such a token",
    })
}

/// Which of the places has a value that fits, in the form that has such places.
fn first(user: &Cognito, paths: &[&'static str], fits: fn(&Value) -> bool) -> Option<&'static str> {
    let of_api = user.form == Form::UserAttributes;
    paths.iter().find(|path| of_api && user.original.pointer(path).is_some_and(fits)).copied()
}
