//! The claims one by one, with their places, from an object or from the API's list.

use serde_json::Value;

use super::claim::{GROUPS, PREFERRED_ROLE, ROLES, USER_NAME};
use super::envelope::{Envelope, Wrapper, is_attribute_list, is_event};
use super::notes;
use crate::model::{Diagnostic, pointer};

/// One claim as it was found.
pub(super) struct Entry<'a> {
    /// `None` for an item of the API's list without a readable name.
    pub(super) name: Option<&'a str>,
    /// Its value, as it came.
    pub(super) value: &'a Value,
    place: Place,
}

enum Place {
    /// Under its name.
    Key,
    /// The value of an item in a list of names and values.
    Value(usize),
    /// A whole item of such a list.
    Item(usize),
    /// Beside the claims: a pointer from the whole.
    Beside(&'static str),
}

impl<'a> Envelope<'a> {
    /// Every claim; those that lie beside the others come last.
    ///
    /// # Errors
    ///
    /// `cognito-no-attributes` for an event without any, `cognito-unknown-form` for anything that is
    /// neither an object nor the API's list.
    pub(super) fn entries(&self) -> Result<Vec<Entry<'a>>, Diagnostic> {
        let mut entries: Vec<Entry<'a>> = match self.contents {
            event if is_event(event) => return Err(no_attributes()),
            Value::Object(claims) => claims
                .iter()
                .map(|(name, value)| Entry { name: Some(name), value, place: Place::Key })
                .collect(),
            Value::Array(items) if is_attribute_list(self.contents) => {
                items.iter().enumerate().filter_map(item).collect()
            }
            other => return Err(notes::unknown_form(other)),
        };
        match self.wrapper {
            Wrapper::User => {
                entries.extend(self.beside(USER_NAME, "/Username"));
                entries.extend(self.beside(USER_NAME, "/User/Username"));
            }
            Wrapper::Event => entries.extend(self.beside_event()),
            Wrapper::None | Wrapper::RestAuthorizer | Wrapper::HttpAuthorizer => {}
        }
        Ok(entries)
    }

    /// Pointer to an entry, in the document where `base` points to the whole.
    pub(super) fn pointer(&self, base: &str, entry: &Entry<'_>) -> String {
        let claims = [base, self.path].concat();
        match entry.place {
            Place::Key => pointer::child(&claims, entry.name.unwrap_or_default()),
            Place::Value(index) => pointer::child(&pointer::item(&claims, index), "Value"),
            Place::Item(index) => pointer::item(&claims, index),
            Place::Beside(path) => [base, path].concat(),
        }
    }

    /// An event has the user name beside the attributes and, before a token is made, the user's
    /// groups and roles.
    fn beside_event(&self) -> impl Iterator<Item = Entry<'a>> {
        const BESIDE: [(&str, &str); 4] = [
            (USER_NAME, "/userName"),
            (GROUPS, "/request/groupConfiguration/groupsToOverride"),
            (ROLES, "/request/groupConfiguration/iamRolesToOverride"),
            (PREFERRED_ROLE, "/request/groupConfiguration/preferredRole"),
        ];
        BESIDE.iter().filter_map(|&(name, path)| self.beside(name, path))
    }

    /// The value at `path` as a claim. An empty one stands for a claim that a token would not have.
    fn beside(&self, name: &'static str, path: &'static str) -> Option<Entry<'a>> {
        let mut value = self.whole.pointer(path)?;
        if name == PREFERRED_ROLE && value.is_array() {
            // AWS's own test event for the second version of the trigger has a list here.
            value = value.get(0)?;
        }
        let empty = value.is_null()
            || value.as_str().is_some_and(str::is_empty)
            || value.as_array().is_some_and(Vec::is_empty);
        (!empty).then_some(Entry { name: Some(name), value, place: Place::Beside(path) })
    }
}

/// An attribute without a value is one that is not set.
fn item((index, item): (usize, &Value)) -> Option<Entry<'_>> {
    match item.get("Name").and_then(Value::as_str) {
        Some(name) => {
            Some(Entry { name: Some(name), value: item.get("Value")?, place: Place::Value(index) })
        }
        None => Some(Entry { name: None, value: item, place: Place::Item(index) }),
    }
}

fn no_attributes() -> Diagnostic {
    Diagnostic::error("cognito-no-attributes", "", "the trigger's event has no user attributes")
        .expected(
            "`request.userAttributes`, or `response.userAttributesToMap` of an inbound federation",
        )
        .help("take the event of another trigger, such as pre token generation")
}
