//! The canonical form: the same claims with the same types, whichever way the user was written down.

use serde::Serialize;
use serde_json::{Map, Value};

use super::claim::USER_NAME;

/// Claims with their real types.
///
/// - `email_verified` and `phone_number_verified` are booleans.
/// - `updated_at`, `exp`, `iat` and `auth_time` are numbers of seconds since 1970.
/// - `cognito:groups`, `cognito:roles` and `amr` are lists of texts.
/// - `identities` is a list of objects, with `primary` a boolean and `dateCreated` a number of
///   milliseconds.
/// - `address` is an object with `formatted`.
/// - `cognito:username` is the user name, whatever the form called it.
/// - `custom:*` is text, as it is in Cognito's tokens whatever type the attribute has.
///
/// Everything else is as it came, and so is a value that could not be read.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct CanonicalClaims(pub(super) Map<String, Value>);

impl CanonicalClaims {
    /// The claim of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// The claim of that name if it is text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// The user's id in the pool. It looks like a UUID and is not one: nothing checks its form.
    #[must_use]
    pub fn sub(&self) -> Option<&str> {
        self.text("sub")
    }

    /// The user's name in the pool.
    #[must_use]
    pub fn user_name(&self) -> Option<&str> {
        self.text(USER_NAME)
    }

    /// The email address.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.text("email")
    }

    /// Whether the email address is verified. `None` where the claim is absent or unreadable: many
    /// federated users have an email address and nothing that says whether it is verified.
    #[must_use]
    pub fn email_verified(&self) -> Option<bool> {
        self.0.get("email_verified")?.as_bool()
    }

    /// All of them, by name.
    #[must_use]
    pub fn as_map(&self) -> &Map<String, Value> {
        &self.0
    }

    /// All of them, by name.
    #[must_use]
    pub fn into_map(self) -> Map<String, Value> {
        self.0
    }
}
