//! Reading one user: find the claims, give each its canonical type, note what is odd.

use serde_json::{Map, Value};

use super::claim::{ClaimType, USER_NAME, find_claim, is_custom};
use super::convert::{self, Converted};
use super::entries::Entry;
use super::envelope::Envelope;
use super::event::NO_CLAIMS;
use super::{CanonicalClaims, Cognito, Form, detect, notes, users};
use crate::model::Diagnostic;

/// Reads a user from whichever form `value` has.
///
/// # Errors
///
/// `cognito-unknown-form` if nothing about it is Cognito's, `cognito-user-list` if it is a list of
/// several users, `cognito-no-attributes` for a trigger's event that has none. A value that cannot be
/// read is no error: it stays as it came, and [`Cognito::notes`] says so.
///
/// ```
/// use reconcile_kit::claims::cognito::{Form, read};
/// use serde_json::json;
///
/// let user = read(&json!({ "UserAttributes": [{ "Name": "email_verified", "Value": "true" }] }))?;
/// assert_eq!(user.form, Form::UserAttributes);
/// assert_eq!(user.claims.email_verified(), Some(true));
/// # Ok::<(), reconcile_kit::model::Diagnostic>(())
/// ```
pub fn read(value: &Value) -> Result<Cognito, Diagnostic> {
    let Some(form) = detect(value) else {
        return Err(notes::unknown_form(value));
    };
    read_as(form, value)
}

/// Reads a user from a value whose form is known, such as the answer of the userinfo endpoint.
///
/// ```
/// use reconcile_kit::claims::cognito::{Form, read_as};
/// use serde_json::json;
///
/// let claims = json!({"email": "jane@example.com", "email_verified": "maybe"});
/// let user = read_as(Form::Userinfo, &claims)?;
/// assert_eq!(user.claims.email_verified(), None);
/// assert_eq!(user.claims.get("email_verified"), Some(&json!("maybe")));
/// assert_eq!(user.notes[0].code, "cognito-unreadable-claim");
/// assert_eq!(user.notes[0].path, "/email_verified");
/// # Ok::<(), reconcile_kit::model::Diagnostic>(())
/// ```
///
/// # Errors
///
/// As [`read`], but `cognito-unknown-form` only if there is neither an object nor a list of
/// attributes.
pub fn read_as(form: Form, value: &Value) -> Result<Cognito, Diagnostic> {
    match users::list(value) {
        Some((path, users)) => users::only_one(path, users),
        None => read_at(form, value, ""),
    }
}

/// Most values that are reported as unreadable. A document full of them is wrong as a whole, and a
/// note is many times larger than the value it is about.
const MOST_NOTES: usize = 100;

/// Reads a user from a value that `base` points to.
pub(super) fn read_at(form: Form, value: &Value, base: &str) -> Result<Cognito, Diagnostic> {
    let envelope = Envelope::open(value);
    let entries = envelope.entries().map_err(|mut finding| {
        base.clone_into(&mut finding.path);
        finding
    })?;
    let named = entries.iter().any(|entry| entry.name == Some(USER_NAME));
    let mut claims = Map::new();
    let mut notes = Vec::new();
    let mut note = |finding: &dyn Fn() -> Diagnostic| {
        if notes.len() < MOST_NOTES {
            notes.push(finding());
        }
    };
    for entry in &entries {
        let place = || envelope.pointer(base, entry);
        let Some(name) = canonical_name(entry, named) else {
            note(&|| notes::unreadable_attribute(entry.value, place()));
            continue;
        };
        if form == Form::UserAttributes && NO_CLAIMS.contains(&name) {
            continue;
        }
        let kind = find_claim(name).map(|claim| claim.kind);
        let value = match convert(name, kind, form, entry.value) {
            Converted::Read(value) => value,
            Converted::Unreadable(value) => {
                note(&|| notes::unreadable(name, kind, entry.value, place()));
                value
            }
        };
        claims.insert(name.to_owned(), value);
    }
    let mut user =
        Cognito { form, claims: CanonicalClaims(claims), original: value.clone(), notes };
    notes::about_user(&mut user, base);
    Ok(user)
}

/// A claim's canonical name. Userinfo and access tokens call the user name `username`.
fn canonical_name<'a>(entry: &Entry<'a>, named: bool) -> Option<&'a str> {
    entry.name.map(|name| if name == "username" && !named { USER_NAME } else { name })
}

fn convert(name: &str, kind: Option<ClaimType>, form: Form, value: &Value) -> Converted {
    match kind {
        Some(kind) => convert::known(kind, form, value),
        None if is_custom(name) => convert::custom(value),
        None => Converted::Read(value.clone()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_user_of_a_list_is_read_and_several_are_not() {
        let user =
            json!({"Username": "a", "Attributes": [{"Name": "email", "Value": "a@example.com"}]});
        let one = read(&json!({"Users": [user]}));
        assert!(one.is_ok_and(|one| one.original == user));
        for users in [json!({"Users": []}), json!({"Users": [user, user]}), json!([user, user])] {
            let refused = read(&users).err().map(|refusal| refusal.code);
            assert_eq!(refused.as_deref(), Some("cognito-user-list"));
        }
    }

    #[test]
    fn text_is_never_repeated() {
        let refused = read(&json!("eyJhbGciOiJSUzI1NiJ9.e30.c2ln")).err();
        assert!(refused.is_some_and(|refusal| refusal.found.is_none()));
    }

    #[test]
    fn an_event_without_attributes_says_so() {
        let event =
            json!({"triggerSource": "UserMigration_Authentication", "request": {"password": "x"}});
        let refused = read(&event).err().map(|refusal| refusal.code);
        assert_eq!(refused.as_deref(), Some("cognito-no-attributes"));
    }

    #[test]
    fn notes_do_not_outgrow_a_document() {
        let mut attributes = vec![json!({"Name": "sub", "Value": "a"})];
        attributes.extend(std::iter::repeat_n(json!(1), 1000));
        let notes = read(&json!(attributes)).map(|user| user.notes.len());
        assert_eq!(notes, Ok(MOST_NOTES));
    }

    #[test]
    fn prototype_keys_are_ordinary_claims() {
        let claims = json!({"sub": "a", "__proto__": {"email": "b"}, "constructor": "c"});
        let read = read(&claims).map(|user| Value::Object(user.id_token_claims()));
        assert_eq!(read, Ok(claims));
    }
}
