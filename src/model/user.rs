//! FusionAuth's user and registration, as its API prints them.

use super::convert::{self, Reading};
use super::field::{self, Field, Kind, Writable};
use super::instant::Instant;
use super::linking_strategy::LinkingClaim;
use super::object::object;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// The connector that FusionAuth gives to users whose password, if any, it keeps itself.
const FUSIONAUTH_CONNECTOR: &str = "e3306678-a53a-4964-9040-1c96f36dda72";

/// When a stored user or registration was made, where a scenario does not say: the first of 2025.
const STORED_INSTANT: i64 = 1_735_689_600_000;

/// A FusionAuth user. It keeps every field it was read with; the accessors are for those a login needs.
///
/// ```
/// use reconcile_kit::model::User;
///
/// let user: User = serde_json::from_str(r#"{ "id": "u1", "email": "Jane@example.com", "madeUp": 1 }"#)?;
/// assert_eq!(user.email().as_deref(), Some("jane@example.com"));
/// assert_eq!(serde_json::to_value(&user)?["madeUp"], 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct User(Map<String, Value>);

/// A user's registration for one application.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Registration(Map<String, Value>);

impl User {
    /// A user nobody has filled in, as FusionAuth's class prints it (client library 1.53.0).
    #[must_use]
    pub fn blank() -> Self {
        let nothing = || Value::Array(Vec::new());
        Self::from(object! {
            "active": false,
            "connectorId": FUSIONAUTH_CONNECTOR,
            "data": Map::new(),
            "memberships": nothing(),
            "passwordChangeRequired": false,
            "preferredLanguages": nothing(),
            "registrations": nothing(),
            "twoFactor": object! { "methods": nothing(), "recoveryCodes": nothing() },
            "usernameStatus": "ACTIVE",
            "verified": false,
        })
    }

    /// What FusionAuth prints of every stored user. A document without `active` means an active one.
    fn printed() -> Self {
        let mut printed = Self::blank();
        printed.set("active", Some(Value::Bool(true)));
        printed.set("insertInstant", Some(Value::from(STORED_INSTANT)));
        printed
    }

    /// Whether FusionAuth has stored it: what it has not stored has no id.
    fn is_stored(&self) -> bool {
        !self.id().is_empty()
    }

    /// The user's id; empty in a document that has not been checked.
    #[must_use]
    pub fn id(&self) -> &str {
        text(&self.0, "id").unwrap_or_default()
    }

    /// The e-mail address as FusionAuth compares it: trimmed and in lower case.
    #[must_use]
    pub fn email(&self) -> Option<String> {
        text(&self.0, "email").and_then(normal_email)
    }

    /// The username as it is stored, trimmed.
    #[must_use]
    pub fn username(&self) -> Option<&str> {
        text(&self.0, "username").map(convert::trimmed).filter(|name| !name.is_empty())
    }

    /// The identity that a strategy links on, as FusionAuth compares it.
    #[must_use]
    pub fn identity(&self, claim: LinkingClaim) -> Option<String> {
        match claim {
            LinkingClaim::Email => self.email(),
            LinkingClaim::Username => self.username().map(str::to_owned),
        }
    }

    /// The tenant, where the user names one.
    #[must_use]
    pub fn tenant_id(&self) -> Option<&str> {
        text(&self.0, "tenantId")
    }

    /// Whether the account is active. FusionAuth always prints the field; a document without it means an active user.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.0.get("active") != Some(&Value::Bool(false))
    }

    /// Whether the account has expired at `now`.
    #[must_use]
    pub fn is_expired(&self, now: Instant) -> bool {
        self.0.get("expiry").and_then(Value::as_i64).is_some_and(|expiry| expiry <= now)
    }

    /// The registration for an application.
    #[must_use]
    pub fn registration(&self, application: &str) -> Option<Registration> {
        let registrations = self.0.get("registrations")?.as_array()?;
        registrations
            .iter()
            .filter_map(Value::as_object)
            .find(|registration| text(registration, "applicationId") == Some(application))
            .cloned()
            .map(Registration)
    }

    /// Puts `registration` in the place of the one for the same application, or adds it.
    pub fn register(&mut self, registration: &Registration) {
        let list = self.0.entry("registrations").or_insert_with(|| Value::Array(Vec::new()));
        let Value::Array(list) = list else { return };
        let same = |entry: &Value| {
            entry.as_object().and_then(|entry| text(entry, "applicationId"))
                == registration.application_id()
        };
        match list.iter_mut().find(|entry| same(entry)) {
            Some(entry) => *entry = Value::Object(registration.0.clone()),
            None => list.push(Value::Object(registration.0.clone())),
        }
    }
}

impl Registration {
    /// A registration nobody has filled in, as FusionAuth's class prints it (client library 1.53.0).
    #[must_use]
    pub fn blank() -> Self {
        Self::from(
            json!({ "data": {}, "preferredLanguages": [], "roles": [], "tokens": {}, "verified": false }),
        )
    }

    /// What FusionAuth prints of every stored registration.
    fn printed() -> Self {
        let mut printed = Self::blank();
        printed.set("insertInstant", Some(Value::from(STORED_INSTANT)));
        printed
    }

    /// Whether FusionAuth has stored it: what it has not stored belongs to no application yet.
    fn is_stored(&self) -> bool {
        self.application_id().is_some()
    }

    /// The application's id.
    #[must_use]
    pub fn application_id(&self) -> Option<&str> {
        text(&self.0, "applicationId")
    }

    /// The roles, as they are stored.
    #[must_use]
    pub fn roles(&self) -> Vec<&str> {
        self.0
            .get("roles")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    }
}

macro_rules! fields_of {
    ($type:ty, $fields:expr) => {
        impl $type {
            /// The fields that FusionAuth's class has.
            pub const FIELDS: &'static [Field] = $fields;

            /// All fields, by their JSON names.
            #[must_use]
            pub const fn fields(&self) -> &Map<String, Value> {
                &self.0
            }

            /// The object with every field that FusionAuth's class always prints; what is there stays.
            #[must_use]
            pub fn completed(&self) -> Self {
                let mut fields = Self::printed().0;
                if !self.is_stored() {
                    fields.remove("insertInstant");
                }
                fields.extend(self.0.iter().map(|(name, value)| (name.clone(), value.clone())));
                Self(fields)
            }

            /// The object without the fields that [`Self::completed`] added to `original`, where they are as they
            /// were added.
            #[must_use]
            pub fn without_added(mut self, original: &Self) -> Self {
                for (name, value) in Self::printed().0 {
                    if !original.0.contains_key(&name) && self.0.get(&name) == Some(&value) {
                        self.0.remove(&name);
                    }
                }
                self
            }

            /// Writes a field; `None` removes it.
            pub fn set(&mut self, name: &str, value: Option<Value>) {
                match value {
                    Some(value) => self.0.insert(name.to_owned(), value),
                    None => self.0.remove(name),
                };
            }
        }

        impl From<Map<String, Value>> for $type {
            fn from(fields: Map<String, Value>) -> Self {
                Self(fields)
            }
        }

        impl From<Value> for $type {
            fn from(value: Value) -> Self {
                match value {
                    Value::Object(fields) => Self(fields),
                    _ => Self::default(),
                }
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                super::schema::of_fields(
                    concat!("A FusionAuth ", stringify!($type), ", as its API prints it."),
                    $fields,
                )
            }
        }
    };
}

fields_of!(User, field::USER);
fields_of!(Registration, field::REGISTRATION);

fn text<'a>(fields: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    fields.get(name).and_then(Value::as_str)
}

/// An e-mail address as FusionAuth stores and compares it; `None` when nothing is left of it.
///
/// ```
/// use reconcile_kit::model::normal_email;
///
/// assert_eq!(normal_email(" Jane@Example.com ").as_deref(), Some("jane@example.com"));
/// assert_eq!(normal_email(" "), None);
/// ```
#[must_use]
pub fn normal_email(text: &str) -> Option<String> {
    let trimmed = convert::trimmed(text);
    (!trimmed.is_empty()).then(|| trimmed.to_lowercase())
}

/// Reads `value` into `field` and normalises it: texts are trimmed, e-mail addresses are put in lower case,
/// and an identity of which nothing is left is empty.
///
/// ```
/// use reconcile_kit::model::{Reading, User, find_field, read_field};
/// use serde_json::json;
///
/// let email = find_field(User::FIELDS, "email").expect("users have one");
/// assert_eq!(read_field(email, &json!("Jane@Example.com")), Reading::Holds(json!("jane@example.com")));
/// ```
#[must_use]
pub fn read_field(field: &Field, value: &Value) -> Reading {
    let reading = convert::read(field.kind, value);
    let (Kind::Text, Reading::Holds(Value::String(text))) = (field.kind, &reading) else {
        return reading;
    };
    let trimmed = convert::trimmed(text);
    let may_be_blank = !matches!(field.name, "phoneNumber" | "authenticationToken")
        && !matches!(field.writable, Writable::LinkingEmail | Writable::LinkingUsername);
    match field.name {
        "password" | "salt" | "uniqueUsername" => reading,
        _ if trimmed.is_empty() && !may_be_blank => Reading::Empty,
        "email" | "parentEmail" => Reading::Holds(Value::String(trimmed.to_lowercase())),
        _ => Reading::Holds(Value::String(trimmed.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_user_is_what_the_class_prints() {
        let blank = User::blank();
        assert!(!blank.is_active());
        assert_eq!(blank.fields().get("memberships"), Some(&json!([])));
        assert_eq!(blank.email(), None);
    }

    #[test]
    fn what_the_class_always_prints_comes_and_goes() {
        let stored = User::from(json!({ "id": "u", "email": "a@b.c" }));
        let mut seen = stored.completed();
        assert_eq!(seen.fields().get("data"), Some(&json!({})));
        assert!(seen.is_active());
        seen.set("data", Some(json!({ "x": 1 })));
        let kept = seen.without_added(&stored);
        assert_eq!(kept, User::from(json!({ "id": "u", "email": "a@b.c", "data": { "x": 1 } })));
    }

    #[test]
    fn registering_replaces_the_registration_for_the_same_application() {
        let mut user = User::blank();
        let mut registration = Registration::blank();
        registration.set("applicationId", Some(json!("a")));
        user.register(&registration);
        registration.set("roles", Some(json!(["admin"])));
        user.register(&registration);
        assert_eq!(
            user.fields().get("registrations").and_then(Value::as_array).map(Vec::len),
            Some(1)
        );
        assert_eq!(user.registration("a").map(|found| found.roles().len()), Some(1));
    }

    #[test]
    fn an_identity_of_blanks_is_empty() {
        let email = field::find(field::USER, "email");
        assert_eq!(email.map(|field| read_field(field, &json!("  "))), Some(Reading::Empty));
        assert_eq!(
            email.map(|field| read_field(field, &json!(" A@B.c "))),
            Some(Reading::Holds(json!("a@b.c")))
        );
    }

    #[test]
    fn what_is_no_identity_may_be_blank() {
        for (fields, name, value, expected) in [
            (field::REGISTRATION, "username", " ", Reading::Holds(json!(""))),
            (field::REGISTRATION, "authenticationToken", " ", Reading::Empty),
            (field::USER, "username", " ", Reading::Empty),
            (field::USER, "parentEmail", " A@B.c ", Reading::Holds(json!("a@b.c"))),
            (field::USER, "password", " x ", Reading::Holds(json!(" x "))),
            (field::USER, "firstName", "\u{a0}", Reading::Holds(json!("\u{a0}"))),
        ] {
            let field = field::find(fields, name);
            assert_eq!(
                field.map(|field| read_field(field, &json!(value))),
                Some(expected),
                "{name}"
            );
        }
    }
}
