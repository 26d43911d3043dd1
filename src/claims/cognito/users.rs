//! Lists of users, as `ListUsers` and `ListUsersInGroup` answer them.

use serde_json::Value;

use super::envelope::is_bare;
use super::read::read_at;
use super::{Cognito, Form};
use crate::model::{Diagnostic, pointer};

/// Reads every user of an export: `{"Users": […]}`, or the list alone.
///
/// ```
/// use reconcile_kit::claims::cognito;
/// use serde_json::json;
///
/// let users = cognito::read_list(&json!({"Users": [
///     {"Username": "jane", "Attributes": [{"Name": "email", "Value": "jane@example.com"}]},
///     {"Username": "john", "Attributes": [{"Name": "email", "Value": "john@example.com"}]},
/// ]}))?;
/// assert_eq!(users[1].claims.email(), Some("john@example.com"));
/// # Ok::<(), reconcile_kit::model::Diagnostic>(())
/// ```
///
/// # Errors
///
/// `cognito-not-a-list` if this is no list of users, `cognito-unknown-form` for an entry that is no
/// user, with a pointer to it.
pub fn read_list(value: &Value) -> Result<Vec<Cognito>, Diagnostic> {
    let Some((path, users)) = list(value) else {
        return Err(Diagnostic::error("cognito-not-a-list", "", "this is not a list of users")
            .found(value.to_string())
            .expected("`{\"Users\": […]}`, as `aws cognito-idp list-users` prints it")
            .help("paste the whole answer of `ListUsers`, or read a single user as one"));
    };
    let read = |(index, user)| read_at(Form::UserAttributes, user, &pointer::item(path, index));
    users.iter().enumerate().map(read).collect()
}

/// The users and a pointer to them, if `value` is a list of users.
pub(super) fn list(value: &Value) -> Option<(&'static str, &[Value])> {
    let answer = value.get("Users").filter(|_| !is_bare(value));
    if let Some(users) = answer.and_then(Value::as_array) {
        return Some(("/Users", users));
    }
    let users = value.as_array()?;
    users.iter().any(|user| user.get("Attributes").is_some()).then_some(("", users))
}

/// The only user of a list.
///
/// # Errors
///
/// `cognito-user-list` if there are several, or none.
pub(super) fn only_one(path: &str, users: &[Value]) -> Result<Cognito, Diagnostic> {
    if let [user] = users {
        return read_at(Form::UserAttributes, user, &pointer::item(path, 0));
    }
    let count = users.len();
    Err(Diagnostic::error("cognito-user-list", path, format!("this is a list of {count} users"))
        .expected("one user")
        .help("take one entry out of the list: a login is one person's"))
}
